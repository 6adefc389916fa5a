import { readFileSync } from "node:fs"
import type { Embedder } from "#server/infra/embedding/port.ts"
import type { TextFeatures } from "../classify/featurize.ts"
import { IntentModel } from "../classify/intent-model.ts"
import { featurizeAll, type Sorted, threshold } from "./service-desk.ts"

/** Six intents with three examples in each of the seven languages, and utterances that were held out. */
interface TaughtLanguage {
  readonly examples: Readonly<Record<string, readonly string[]>>
  readonly tests: Readonly<Record<string, readonly string[]>>
  readonly strangers: readonly string[]
}

export function readSevenLanguages(): Readonly<Record<string, TaughtLanguage>> {
  const url = new URL("../__fixtures__/seven-languages.json", import.meta.url)
  return JSON.parse(readFileSync(url, "utf8")) as Record<string, TaughtLanguage>
}

/** Sorts what was held out in one language, by a model that knows the examples of another, or of the same. */
export async function sortLanguage(embedder: Embedder, taughtIn: string, askedIn: string) {
  const all = readSevenLanguages()
  const { examples = {} } = all[taughtIn] ?? {}
  const { tests = {}, strangers = [] } = all[askedIn] ?? {}
  const taught = []
  for (const [name, texts] of Object.entries(examples))
    taught.push({ name, threshold, examples: await featurizeAll(embedder, texts) })
  const model = await IntentModel.teach(taught)
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
  return cases.map(
    (each, at): Sorted => ({ ...each, scored: model.score(features[at] as TextFeatures) }),
  )
}
