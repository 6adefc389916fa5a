import { createOpenAICompatible } from "@ai-sdk/openai-compatible"
import type { OpenModel } from "./open-model.ts"

/** The format of OpenAI's chat completions, which most others speak too. */
export const openOpenaiCompatibleModel: OpenModel = ({ provider, url, key }, model, fetch) =>
  createOpenAICompatible({
    name: provider.id,
    baseURL: url,
    ...(key === null ? {} : { apiKey: key }),
    includeUsage: true,
    fetch,
  }).chatModel(model)
