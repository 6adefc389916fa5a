import type { EntityDefinition } from "../understanding/entity.ts"
import { findEntities } from "../understanding/find-entities.ts"
import { readTokens } from "../understanding/tokens.ts"
import { fromJson } from "../vm/json.ts"
import { operandText } from "./operands.ts"
import { done, type PretendHandler } from "./pretended.ts"

/** The intents and entities of a bot, as far as a preview needs them. */
export interface PretendUnderstanding {
  readonly intents: readonly { readonly name: string; readonly examples: readonly string[] }[]
  readonly entities: readonly EntityDefinition[]
}

/** Half of the words of one has to be in the other. */
const leastOverlap = 0.5

/** Finds an intent by the words that a text shares with its examples: no model runs in a preview. */
export const pretendUnderstand: PretendHandler = (operands, world, options) => {
  const text = operandText(operands, "text")
  const { intents = [], entities = [] } = options.understanding ?? {}
  const found = nearest(intents, text)
  const isSure = found.overlap >= leastOverlap
  const context = { nowMs: world.nowMs, ...(options.zone && { zone: options.zone }) }
  const value = {
    ...{ intent: isSure ? found.name : "", confidence: Math.round(found.overlap * 100) / 100 },
    ...{ entities: findEntities(entities, text, context), nearest: found.name, text },
    by: isSure ? "examples" : "nobody",
  }
  const note = isSure ? `Understood as ${found.name}.` : "No intent was sure of it."
  return done(note, fromJson(value))
}

const nearest = (intents: PretendUnderstanding["intents"], text: string) => {
  const said = wordsOf(text)
  let best = { name: "", overlap: 0 }
  for (const { name, examples } of intents) {
    for (const example of examples) {
      const words = wordsOf(example)
      const shared = [...words].filter((word) => said.has(word)).length
      const overlap = shared / Math.max(1, Math.sqrt(words.size * said.size))
      if (overlap > best.overlap) best = { name, overlap }
    }
  }
  return best
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(readTokens(text).map(({ folded }) => folded))
