import type { TextFeatures } from "./featurize.ts"
import { multiply } from "./multiply.ts"
import { Breather, solveSplit, splitMatrix } from "./solve.ts"
import { likenessOf, type TextVector, Vocabulary, wholeLikeness } from "./vectors.ts"

/** What is taught: an intent with its examples. */
export interface TaughtIntent {
  readonly name: string
  /** The least confidence at which it counts. Units: 0 to 1. */
  readonly threshold: number
  readonly examples: readonly TextFeatures[]
}

export interface ScoredIntent {
  readonly name: string
  readonly threshold: number
  /** How likely it is the right one. Units: 0 to 1. */
  readonly confidence: number
  /** The example that is most like the text, and how much. Units: 0 to 1. */
  readonly example: string
  readonly likeness: number
  readonly evidence: Evidence
}

/** What confidence is made of. */
export interface Evidence {
  /** What the classifier says: about 1 for an example of the intent, 0 and less for others. */
  readonly score: number
  /** By how much it is ahead of the next, or behind the best. */
  readonly lead: number
  readonly likeness: number
}

/** How little a single example counts; and what all texts have in common. Found as the weights were. */
const softness = 0.6
const base = 0.5
/** From evidence to a probability. Fitted by `node scripts/score-understanding.ts --fit`, on examples alone. */
export const calibration = { base: -1.46, score: 4.49, lead: 3.27, likeness: 0 }

/** What an intent that is alone has to be ahead of. */
const lonely = 0.4
/** For so many intents the nearest example is looked for. */
const told = 20
const unlike = { example: "", likeness: 0 }

/** A text that has nothing in common with any example is an example of no intent: a bot with one intent learns from it what that is not. */
const nothing: TextVector = {
  ...{ dense: new Float32Array(), places: new Int32Array() },
  values: new Float32Array(),
}
const nobody = -1

interface LearnedIntent {
  readonly intent: TaughtIntent
  readonly vectors: readonly TextVector[]
  readonly dense: Float32Array
  readonly sparse: Float32Array
  readonly offset: number
}

/**
 * Says which intent a text means.
 *
 * One line is drawn for each intent, between its examples and all others, by least squares with a penalty
 * (kernel ridge regression): it has one best answer, so the same examples always give the same model, and
 * an intent with few examples is not drowned by one with many. How sure it is comes from what the line says, how
 * far the next intent is behind, and how like the nearest example the text is.
 */
export class IntentModel {
  readonly #vocabulary: Vocabulary
  readonly #intents: readonly LearnedIntent[]

  private constructor(vocabulary: Vocabulary, intents: readonly LearnedIntent[]) {
    this.#vocabulary = vocabulary
    this.#intents = intents
  }

  /** Learns, giving way to others meanwhile. Intents without examples are never meant. */
  static async teach(given: readonly TaughtIntent[]): Promise<IntentModel> {
    const intents = given.filter(({ examples }) => examples.length > 0)
    const all = intents.flatMap(({ examples }) => examples)
    const vocabulary = new Vocabulary(all)
    const vectors = [...all.map((text) => vocabulary.vectorOf(text)), nothing]
    const breather = new Breather()
    const matrix = await compareAll(vectors, breather)
    await splitMatrix(matrix, vectors.length, breather)
    const learned: LearnedIntent[] = []
    let from = 0
    for (const intent of intents) {
      const to = from + intent.examples.length
      const other = -1 / Math.max(1, intents.length - 1)
      const side = Float64Array.from(vectors, (vector, at) =>
        at >= from && at < to ? 1 : vector === nothing ? nobody : other,
      )
      solveSplit(matrix, vectors.length, side)
      const line = drawLine(vectors, side, vocabulary.size)
      learned.push({ intent, vectors: vectors.slice(from, to), ...line })
      from = to
      await breather.breathe()
    }
    return new IntentModel(vocabulary, learned)
  }

  /** Every example with where it stands. */
  get examples(): { intent: string; text: string; vector: TextVector }[] {
    return this.#intents.flatMap(({ intent, vectors }) =>
      intent.examples.map(({ text }, at) => ({
        ...{ intent: intent.name, text },
        vector: vectors[at] as TextVector,
      })),
    )
  }

  /** The most likely first. */
  score(features: TextFeatures): ScoredIntent[] {
    const text = this.#vocabulary.vectorOf(features)
    const said = features.text.trim().toLowerCase()
    const scored = this.#intents.map((learned) => ({
      learned,
      score: scoreOf(learned, text),
      isSame: learned.intent.examples.some((each) => each.text.trim().toLowerCase() === said),
    }))
    scored.sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.score - a.score)
    const [best, next] = scored
    return scored.map(({ learned, score, isSame }, at) => {
      const { name, threshold } = learned.intent
      const { example, likeness } = at < told ? findNearest(learned, text) : unlike
      const lead = at === 0 ? score - (next?.score ?? lonely) : score - (best?.score ?? 0)
      const evidence = { score, lead, likeness }
      const confidence = isSame && at === 0 ? 1 : confidenceOf(evidence)
      return { name, threshold, confidence, example, likeness, evidence }
    })
  }
}

/** Units: 0 to 1, three places. */
export function confidenceOf({ score, lead, likeness }: Evidence): number {
  const sum =
    calibration.base +
    calibration.score * score +
    calibration.lead * lead +
    calibration.likeness * likeness
  return Math.round(1_000 / (1 + Math.exp(-sum))) / 1_000
}

async function compareAll(vectors: readonly TextVector[], breather: Breather) {
  const size = vectors.length
  const matrix = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    const own = vectors[row] as TextVector
    for (let column = 0; column <= row; column++)
      matrix[row * size + column] = base + likenessOf(own, vectors[column] as TextVector)
    matrix[row * size + row] = (matrix[row * size + row] as number) + softness
    await breather.breathe()
  }
  return matrix
}

/** All examples by what each counts, added up: a message is then compared with one line and not with each of them. */
function drawLine(vectors: readonly TextVector[], counts: Float64Array, vocabularySize: number) {
  const dense = new Float32Array(vectors[0]?.dense.length ?? 0)
  const sparse = new Float32Array(vocabularySize)
  let offset = 0
  vectors.forEach((vector, row) => {
    const count = counts[row] as number
    offset += base * count
    for (let at = 0; at < vector.dense.length; at++)
      dense[at] = (dense[at] as number) + count * (vector.dense[at] as number)
    vector.places.forEach((place, at) => {
      sparse[place] = (sparse[place] as number) + count * (vector.values[at] as number)
    })
  })
  return { dense, sparse, offset }
}

function scoreOf({ dense, sparse, offset }: LearnedIntent, text: TextVector): number {
  let sum = offset + multiply(dense, 0, text.dense, 0, Math.min(dense.length, text.dense.length))
  text.places.forEach((place, at) => {
    sum += (sparse[place] as number) * (text.values[at] as number)
  })
  return sum
}

function findNearest({ intent, vectors }: LearnedIntent, text: TextVector) {
  let [likeness, example] = [-1, ""]
  vectors.forEach((vector, at) => {
    const found = likenessOf(vector, text) / wholeLikeness
    if (found > likeness) [likeness, example] = [found, intent.examples[at]?.text ?? ""]
  })
  return { likeness, example }
}
