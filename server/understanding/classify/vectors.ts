import type { TextFeatures } from "./featurize.ts"
import { multiply } from "./multiply.ts"

/** How much each way of comparing says; found on the examples of `__fixtures__` alone, each left out in turn. */
const weights = { meaning: 1, company: 0.4, terms: 0.3, pieces: 0.2 }

/** A text as one long list of numbers, most of which are nothing: how alike two are is what they have in common. */
export interface TextVector {
  readonly dense: Float32Array
  /** Places in the vocabulary, ascending, and what stands there. */
  readonly places: Int32Array
  readonly values: Float32Array
}

/** The words and pieces of the examples. Rare ones say more than common ones. */
export class Vocabulary {
  readonly #places = new Map<string, number>()
  readonly #weights: number[] = []
  /** What a word that no example has would say: it makes a text less like all of them. */
  readonly #unknown: number

  constructor(texts: readonly TextFeatures[]) {
    const counts = new Map<string, number>()
    for (const text of texts)
      for (const key of keysOf(text)) counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const [key, count] of counts) {
      this.#places.set(key, this.#weights.length)
      this.#weights.push(Math.log(1 + texts.length / count))
    }
    this.#unknown = Math.log(1 + texts.length)
  }

  get size(): number {
    return this.#weights.length
  }

  vectorOf(text: TextFeatures): TextVector {
    const found: [number, number][] = []
    this.#add(found, text.terms, "t", Math.sqrt(weights.terms))
    this.#add(found, text.pieces, "p", Math.sqrt(weights.pieces))
    found.sort(([one], [other]) => one - other)
    return {
      dense: joined(text),
      places: Int32Array.from(found, ([place]) => place),
      values: Float32Array.from(found, ([, value]) => value),
    }
  }

  /** Of length `scale`, counting what no example has. */
  #add(
    found: [number, number][],
    counts: ReadonlyMap<string, number>,
    kind: "t" | "p",
    scale: number,
  ) {
    let sum = 0
    const own: [number, number][] = []
    for (const [key, count] of counts) {
      const place = this.#places.get(kind + key)
      const value = Math.sqrt(count) * (place === undefined ? this.#unknown : this.weightAt(place))
      sum += value * value
      if (place !== undefined) own.push([place, value])
    }
    const length = Math.sqrt(sum) || 1
    for (const [place, value] of own) found.push([place, (scale * value) / length])
  }

  private weightAt(place: number): number {
    return this.#weights[place] ?? 0
  }
}

const keysOf = ({ terms, pieces }: TextFeatures): string[] => [
  ...[...terms.keys()].map((key) => `t${key}`),
  ...[...pieces.keys()].map((key) => `p${key}`),
]

function joined({ meaning, company }: TextFeatures): Float32Array {
  const dense = new Float32Array(meaning.length + company.length)
  for (let at = 0; at < meaning.length; at++)
    dense[at] = Math.sqrt(weights.meaning) * (meaning[at] ?? 0)
  for (let at = 0; at < company.length; at++)
    dense[meaning.length + at] = Math.sqrt(weights.company) * (company[at] ?? 0)
  return dense
}

/** What the likeness of a text with itself comes to. */
export const wholeLikeness = Object.values(weights).reduce((sum, weight) => sum + weight, 0)

/** How much two texts have in common. Units: 0 to `wholeLikeness`. */
export function likenessOf(one: TextVector, other: TextVector): number {
  const count = Math.min(one.dense.length, other.dense.length)
  let sum = multiply(one.dense, 0, other.dense, 0, count)
  for (let a = 0, b = 0; a < one.places.length && b < other.places.length; ) {
    const apart = (one.places[a] as number) - (other.places[b] as number)
    if (apart === 0) sum += (one.values[a] as number) * (other.values[b] as number)
    if (apart <= 0) a++
    if (apart >= 0) b++
  }
  return sum
}
