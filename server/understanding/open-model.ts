import type { IntentDefinition } from "#catalog/understanding/definition.ts"
import type { Database } from "#db/client.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import { featurize, readText, type TextFeatures } from "./classify/featurize.ts"
import { IntentModel, type TaughtIntent } from "./classify/intent-model.ts"
import { hashText, keepVectors, readVectors, type VectorPlace } from "./store/vectors.ts"

export interface ModelParts {
  readonly db: Database
  readonly embedder: Embedder
}
export type BotPlace = Omit<VectorPlace, "model">

/** What the model is asked with, and what it was taught. */
export interface OpenedModel {
  readonly model: IntentModel
  readonly taught: readonly TaughtIntent[]
}

/** Teaches a model. Examples that were never seen are computed first, and kept for the next time. */
export async function openModel(
  parts: ModelParts,
  place: BotPlace,
  intents: readonly IntentDefinition[],
): Promise<OpenedModel> {
  const features = await featurizeTexts(
    parts,
    place,
    intents.flatMap(({ examples }) => examples),
  )
  let at = 0
  const taught = intents.map(({ name, threshold, examples }) => {
    const own = features.slice(at, at + examples.length)
    at += examples.length
    return { name, threshold, examples: own }
  })
  return { model: await IntentModel.teach(taught), taught }
}

/** Features of texts that come again: examples, and utterances of a test set. */
export async function featurizeTexts(
  { db, embedder }: ModelParts,
  place: BotPlace,
  texts: readonly string[],
): Promise<TextFeatures[]> {
  const read = texts.map(readText)
  const hashes = read.map(({ english }) => hashText(english))
  const where = { ...place, model: embedder.model }
  const known = await readVectors(db, where, [...new Set(hashes)])
  const missing = new Map(
    read.flatMap(({ english }, at) => {
      const hash = hashes[at] ?? ""
      return known.has(hash) ? [] : [[hash, english] as const]
    }),
  )
  if (missing.size > 0) {
    const vectors = await embedder.embed([...missing.values()], "document")
    const fresh = new Map([...missing.keys()].map((hash, at) => [hash, vectorAt(vectors, at)]))
    await keepVectors(db, where, fresh)
    for (const [hash, vector] of fresh) known.set(hash, vector)
  }
  return read.map((each, at) =>
    featurize(texts[at] ?? "", each, known.get(hashes[at] ?? "") ?? new Float32Array()),
  )
}

/** Features of a message: it is answered before examples that wait, and not kept. */
export async function featurizeMessage(
  { embedder }: ModelParts,
  text: string,
): Promise<TextFeatures> {
  const read = readText(text)
  const vectors = await embedder.embed([read.english || text], "question")
  return featurize(text, read, vectorAt(vectors, 0))
}

const vectorAt = (vectors: readonly Float32Array[], at: number): Float32Array =>
  vectors[at] ?? new Float32Array()
