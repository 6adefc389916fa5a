import { createAnthropic } from "@ai-sdk/anthropic"
import type { OpenModel } from "./open-model.ts"

/** The format of Anthropic's messages. */
export const openAnthropicModel: OpenModel = ({ url, key }, model, fetch) =>
  // The library would take a key of the server's own surroundings when none is given.
  createAnthropic({ baseURL: url, apiKey: key ?? "none", fetch }).languageModel(model)
