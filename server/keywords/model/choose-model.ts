import type { Assistant } from "#basic/assistant/assistant.ts"
import { EffectFailed } from "../step.ts"

/** What a question needs of a model: one by its name, one of a kind, or the account's own. */
export type ModelNeed =
  | { readonly kind: "name"; readonly model: string }
  | { readonly kind: "alias"; readonly alias: string }
  | { readonly kind: "own" }

/** What OPTIMIZE FOR and SET MODEL ROUTING mean, as an alias. */
const aliases: Readonly<Record<string, string>> = {
  speed: "fast",
  cost: "fast",
  quality: "quality",
  vision: "vision",
}

/** OPTIMIZE FOR wins over USE MODEL, and that over SET MODEL ROUTING. Throws: `EffectFailed` "model.refused". */
export function readNeed(
  optimizeFor: string | undefined,
  { model, modelRouting }: Assistant,
): ModelNeed {
  const wish = (optimizeFor ?? "").trim().toLowerCase()
  if (wish !== "") {
    const alias = Object.hasOwn(aliases, wish) ? aliases[wish] : undefined
    if (alias !== undefined) return { kind: "alias", alias }
    throw new EffectFailed(
      "model.refused",
      `OPTIMIZE FOR takes "speed", "cost" or "quality", not ${JSON.stringify(wish.slice(0, 40))}.`,
    )
  }
  if (model !== null) {
    const isAlias = /^(?:fast|quality|code|vision)$/i.test(model)
    return isAlias ? { kind: "alias", alias: model.toLowerCase() } : { kind: "name", model }
  }
  const routed = aliases[modelRouting]
  return routed === undefined ? { kind: "own" } : { kind: "alias", alias: routed }
}

/** The model that is needed; empty for the account's own. */
export function chooseModel(need: ModelNeed, read: (alias: string) => string): string {
  if (need.kind === "name") return need.model
  return need.kind === "alias" ? read(need.alias) : ""
}
