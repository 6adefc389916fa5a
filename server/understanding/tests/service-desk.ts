import { readFileSync } from "node:fs"
import type { Embedder } from "#server/infra/embedding/port.ts"
import { featurize, readText, type TextFeatures } from "../classify/featurize.ts"
import { IntentModel, type ScoredIntent } from "../classify/intent-model.ts"

/**
 * Twelve intents of a service desk with ten examples each (six English, two Portuguese, two Spanish), utterances
 * to be sorted that are none of the examples, and some that mean none of the intents.
 */
export interface ServiceDesk {
  readonly examples: Readonly<Record<string, readonly string[]>>
  readonly tests: Readonly<Record<string, readonly string[]>>
  readonly strangers: readonly string[]
}

export const threshold = 0.7

export function readServiceDesk(): ServiceDesk {
  const url = new URL("../__fixtures__/service-desk.json", import.meta.url)
  return JSON.parse(readFileSync(url, "utf8")) as ServiceDesk
}

export interface Sorted {
  readonly text: string
  /** Null for one that means none of the intents. */
  readonly expected: string | null
  readonly scored: readonly ScoredIntent[]
}

/** Sorts the utterances that were held out, with a model that knows the examples alone. */
export async function sortServiceDesk(embedder: Embedder): Promise<Sorted[]> {
  const { examples, tests, strangers } = readServiceDesk()
  const model = await IntentModel.teach(await teach(embedder, examples))
  const cases = [
    ...Object.entries(tests).flatMap(([expected, texts]) =>
      texts.map((text) => ({ text, expected })),
    ),
    ...strangers.map((text) => ({ text, expected: null })),
  ]
  const features = await featurizeAll(
    embedder,
    cases.map(({ text }) => text),
  )
  return cases.map((each, at) => ({ ...each, scored: model.score(features[at] as TextFeatures) }))
}

/** Sorts each example by a model that knows all the others: what the constants are fitted on. */
export async function sortExamples(embedder: Embedder): Promise<Sorted[]> {
  const taught = await teach(embedder, readServiceDesk().examples)
  const sorted: Sorted[] = []
  for (const { name, examples } of taught)
    for (const left of examples) {
      const model = await IntentModel.teach(
        taught.map((intent) => ({
          ...intent,
          examples: intent.examples.filter((example) => example !== left),
        })),
      )
      sorted.push({ text: left.text, expected: name, scored: model.score(left) })
    }
  return sorted
}

/** Sorts each example by a model that does not know its intent: what a stranger looks like. */
export async function sortStrangers(embedder: Embedder): Promise<Sorted[]> {
  const taught = await teach(embedder, readServiceDesk().examples)
  const sorted: Sorted[] = []
  for (const { name, examples } of taught) {
    const model = await IntentModel.teach(taught.filter((intent) => intent.name !== name))
    for (const left of examples)
      sorted.push({ text: left.text, expected: null, scored: model.score(left) })
  }
  return sorted
}

async function teach(embedder: Embedder, examples: ServiceDesk["examples"]) {
  const taught = []
  for (const [name, texts] of Object.entries(examples))
    taught.push({ name, threshold, examples: await featurizeAll(embedder, texts) })
  return taught
}

/** What texts come to, by the model that comes with the product. */
export async function featurizeAll(embedder: Embedder, texts: readonly string[]) {
  const read = texts.map(readText)
  const vectors = await embedder.embed(
    read.map(({ english }) => english),
    "document",
  )
  return texts.map((text, at) =>
    featurize(text, read[at] ?? readText(text), vectors[at] ?? new Float32Array()),
  )
}
