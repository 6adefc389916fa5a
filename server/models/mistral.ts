import { createMistral } from "@ai-sdk/mistral"
import type { OpenModel } from "./open-model.ts"

/** Mistral's own variant of OpenAI's format. */
export const openMistralModel: OpenModel = ({ url, key }, model, fetch) =>
  // The library would take a key of the server's own surroundings when none is given.
  createMistral({ baseURL: url, apiKey: key ?? "none", fetch })(model)
