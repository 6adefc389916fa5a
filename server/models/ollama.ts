import type { OpenModel } from "./open-model.ts"
import { openOpenaiCompatibleModel } from "./openai-compatible.ts"

/** Models on a machine of one's own. The address is that of the server, with or without /v1. */
export const openOllamaModel: OpenModel = (account, model, fetch) => {
  const url = /\/v1$/.test(account.url) ? account.url : `${account.url}/v1`
  return openOpenaiCompatibleModel({ ...account, url }, model, fetch)
}
