import { createGroq } from "@ai-sdk/groq"
import type { OpenModel } from "./open-model.ts"

/** Groq's own variant of OpenAI's format. */
export const openGroqModel: OpenModel = ({ url, key }, model, fetch) =>
  // The library would take a key of the server's own surroundings when none is given.
  createGroq({ baseURL: url, apiKey: key ?? "none", fetch })(model)
