import { findModelProvider } from "#catalog/models/index.ts"
import type { ModelAccount } from "#server/models/port.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed } from "../step.ts"

/** Reads the account that a bot's settings name. Throws: `EffectFailed` "service.not_set_up", "model.refused". */
export function readProvider(keyword: string, read: (name: string) => string): ModelAccount {
  const named = read("llm-provider")
  const url = read("llm-url")
  const provider = findModelProvider(named === "" ? "openai-compatible" : named)
  if (provider === null)
    throw new EffectFailed(
      "model.refused",
      `The setting llm-provider says ${JSON.stringify(named.slice(0, 40))}, which is not known here.`,
    )
  const address = url || (provider.url ?? "")
  if (address === "") throw serviceNotSetUp(keyword, "llm-url")
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new EffectFailed("model.refused", "The setting llm-url is not a web address.")
  const key = read("llm-key")
  if (key === "" && provider.needsKey) throw serviceNotSetUp(keyword, "llm-key")
  return { provider, url: address.replace(/\/+$/, ""), key: key === "" ? null : key }
}
