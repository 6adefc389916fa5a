import type { OpenModel } from "./open-model.ts"
import { openOpenaiCompatibleModel } from "./openai-compatible.ts"

/** Many models behind one address, in OpenAI's format. */
export const openOpenrouterModel: OpenModel = (account, model, fetch) =>
  openOpenaiCompatibleModel(account, model, fetch)
