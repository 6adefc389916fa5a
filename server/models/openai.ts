import { createOpenAI } from "@ai-sdk/openai"
import type { OpenModel } from "./open-model.ts"

/** The format of OpenAI's chat completions, as OpenAI itself speaks it. */
export const openOpenaiModel: OpenModel = ({ url, key }, model, fetch) =>
  // The library would take a key of the server's own surroundings when none is given.
  createOpenAI({ baseURL: url, apiKey: key ?? "none", fetch }).chat(model)
