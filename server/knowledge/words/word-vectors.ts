import { readFileSync } from "node:fs"
import { type AlikeKernel, openAlikeKernel } from "./alike-kernel.ts"

/** Where words stand by the company they keep: words of like use are near each other. */
export interface WordVectors {
  /** The place of a word by how common it is, the most common 0; null for one that is not known. */
  rank(word: string): number | null
  /** All words that are known, by their ranks. */
  readonly words: readonly string[]
  /** How alike two words are used. Units: cosine. 0 when either is not known. */
  likeness(one: string, other: string): number
  /** How alike a word is used as the most alike of others, given by their ranks. Units: cosine. 0 for one that is not known. */
  mostAlike(word: string, ranks: Uint16Array): number
  /** Adds where a word stands, at length `weight`; nothing for a word that is not known. */
  addTo(sum: Float32Array, word: string, weight: number): void
}

export const vectorDims = 100
/** Vectors begin at multiples of eight: so many numbers are compared at once. */
const stride = Math.ceil(vectorDims / 8) * 8
/** Words that are compared in one call. */
const mostRanks = 4_096
/** Words whose numbers are kept as they are compared: 208 bytes each. */
const mostAsked = 256
const pageBytes = 65_536
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
  const room = new AlikeRoom(words.length, packed)
  return {
    rank: (word) => ranks.get(word) ?? null,
    words,
    likeness: (one, other) => {
      if (one === other) return 1
      const a = ranks.get(one)
      const b = ranks.get(other)
      return a === undefined || b === undefined ? 0 : room.compare(a, b)
    },
    mostAlike: (word, others) => {
      const own = ranks.get(word)
      return own === undefined ? 0 : room.most(own, others)
    },
    addTo: (sum, word, weight) => {
      const rank = ranks.get(word)
      if (rank !== undefined) room.addTo(sum, rank, weight)
    },
  }
}

/** The vectors of all words in the memory of the kernel, with room for what is compared. */
class AlikeRoom {
  readonly #vectors: Int8Array
  readonly #lengths: Float32Array
  readonly #asked: Int16Array
  readonly #others: Uint16Array
  readonly #kernel: AlikeKernel
  /** Which place of `#asked` a word is at. */
  readonly #places = new Map<number, number>()
  /** What lies in `#others`: many words are compared with one text. */
  #lying: Uint16Array | null = null

  constructor(count: number, packed: Int8Array) {
    const lengthsAt = count * stride
    const askedAt = Math.ceil((lengthsAt + count * 4) / 16) * 16
    const othersAt = askedAt + mostAsked * stride * 2
    const bytes = othersAt + mostRanks * 2
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
    this.#vectors = new Int8Array(memory.buffer, 0, lengthsAt)
    this.#lengths = new Float32Array(memory.buffer, lengthsAt, count)
    this.#asked = new Int16Array(memory.buffer, askedAt, mostAsked * stride)
    this.#others = new Uint16Array(memory.buffer, othersAt, mostRanks)
    this.#kernel = openAlikeKernel(memory, { vectors: 0, lengths: lengthsAt, stride })
    for (let rank = 0; rank < count; rank++) {
      const numbers = packed.subarray(rank * vectorDims, (rank + 1) * vectorDims)
      this.#vectors.set(numbers, rank * stride)
      this.#lengths[rank] = Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0)) || 1
    }
  }

  compare(one: number, other: number): number {
    let sum = 0
    for (let at = 0; at < vectorDims; at++)
      sum += (this.#vectors[one * stride + at] ?? 0) * (this.#vectors[other * stride + at] ?? 0)
    return sum / ((this.#lengths[one] ?? 1) * (this.#lengths[other] ?? 1))
  }

  most(own: number, others: Uint16Array): number {
    const place = this.#place(own) * stride * 2 + this.#asked.byteOffset
    const length = this.#lengths[own] ?? 1
    let most = 0
    for (let from = 0; from < others.length; from += mostRanks) {
      const part = others.length <= mostRanks ? others : others.subarray(from, from + mostRanks)
      if (part !== this.#lying) this.#others.set(part)
      this.#lying = part
      most = Math.max(most, this.#kernel.most(place, length, this.#others.byteOffset, part.length))
    }
    return most
  }

  addTo(sum: Float32Array, rank: number, weight: number) {
    const part = weight / (this.#lengths[rank] ?? 1)
    for (let at = 0; at < vectorDims; at++)
      sum[at] = (sum[at] ?? 0) + part * (this.#vectors[rank * stride + at] ?? 0)
  }

  /** The kernel reads the numbers of the word that is asked for at two bytes each. */
  #place(own: number): number {
    const known = this.#places.get(own)
    if (known !== undefined) return known
    if (this.#places.size >= mostAsked) this.#places.clear()
    const place = this.#places.size
    this.#places.set(own, place)
    this.#asked.set(this.#vectors.subarray(own * stride, (own + 1) * stride), place * stride)
    return place
  }
}
