import { readFileSync } from "node:fs"

/** Where words stand by the company they keep: words of like use are near each other. */
export interface WordVectors {
  /** The place of a word by how common it is, the most common 0; null for one that is not known. */
  rank(word: string): number | null
  /** How alike two words are used. Units: cosine. 0 when either is not known. */
  likeness(one: string, other: string): number
  /** How alike every word is used as this one, by its rank; null for a word that is not known. */
  likenessesTo(word: string): Likenesses | null
  /** Adds where a word stands, at length `weight`; nothing for a word that is not known. */
  addTo(sum: Float32Array, word: string, weight: number): void
}

/** The likeness of one word to all others, by their ranks. Units: cosine. */
export interface Likenesses {
  /** What is worked out already; the rest is not a number. */
  readonly known: Float32Array
  of(rank: number): number
}

export const vectorDims = 100
/** Words that likenesses are remembered of: 160 kB each. */
const mostRemembered = 64
let loaded: WordVectors | null = null

/** Reads the packed vectors once: about 4 MB. */
export function openWordVectors(): WordVectors {
  if (loaded !== null) return loaded
  const words = readFileSync(new URL("./english-words.txt", import.meta.url), "utf8").split("\n")
  const packed = readFileSync(new URL("./english-vectors.bin", import.meta.url))
  loaded = createWordVectors(
    words,
    new Int8Array(packed.buffer, packed.byteOffset, packed.byteLength),
  )
  return loaded
}

/** Shape: `packed` holds `vectorDims` numbers for each word, in the order of the words. */
export function createWordVectors(words: readonly string[], packed: Int8Array): WordVectors {
  const ranks = new Map(words.map((word, rank): [string, number] => [word, rank]))
  const lengths = new Float32Array(words.length)
  for (let rank = 0; rank < words.length; rank++) lengths[rank] = Math.sqrt(dot(packed, rank, rank))
  const compare = (a: number, b: number) =>
    dot(packed, a, b) / ((lengths[a] ?? 1) * (lengths[b] ?? 1) || 1)
  const remembered = new Map<number, Likenesses>()
  return {
    rank: (word) => ranks.get(word) ?? null,
    likeness: (one, other) => {
      if (one === other) return 1
      const a = ranks.get(one)
      const b = ranks.get(other)
      if (a === undefined || b === undefined) return 0
      return compare(a, b)
    },
    likenessesTo: (word) => {
      const own = ranks.get(word)
      if (own === undefined) return null
      const known =
        remembered.get(own) ?? rememberLikenesses(words.length, (rank) => compare(own, rank))
      if (remembered.size >= mostRemembered && !remembered.has(own)) remembered.clear()
      remembered.set(own, known)
      return known
    },
    addTo: (sum, word, weight) => {
      const rank = ranks.get(word)
      if (rank === undefined) return
      const part = weight / (lengths[rank] || 1)
      const start = rank * vectorDims
      for (let at = 0; at < vectorDims; at++)
        sum[at] = (sum[at] ?? 0) + part * (packed[start + at] ?? 0)
    },
  }
}

/** Words come again from passage to passage: each is compared once. */
function rememberLikenesses(count: number, compare: (rank: number) => number): Likenesses {
  const known = new Float32Array(count).fill(Number.NaN)
  return {
    known,
    of: (rank) => {
      const likeness = compare(rank)
      known[rank] = likeness
      return likeness
    },
  }
}

/** Four sums at a time: each would wait for itself. */
function dot(packed: Int8Array, one: number, other: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const end = (one + 1) * vectorDims
  for (let a = one * vectorDims, b = other * vectorDims; a < end; a += 4, b += 4) {
    first += (packed[a] ?? 0) * (packed[b] ?? 0)
    second += (packed[a + 1] ?? 0) * (packed[b + 1] ?? 0)
    third += (packed[a + 2] ?? 0) * (packed[b + 2] ?? 0)
    fourth += (packed[a + 3] ?? 0) * (packed[b + 3] ?? 0)
  }
  return first + second + third + fourth
}
