import { createGoogle } from "@ai-sdk/google"
import type { OpenModel } from "./open-model.ts"

/** The format of Gemini. An address of its other format, OpenAI's, means the same service. */
export const openGoogleModel: OpenModel = ({ url, key }, model, fetch) =>
  // The library would take a key of the server's own surroundings when none is given.
  createGoogle({ baseURL: url.replace(/\/openai$/, ""), apiKey: key ?? "none", fetch })(model)
