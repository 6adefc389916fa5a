import {
  chooseTerms,
  mostCounted,
  plainStems,
  rankTerms,
  type SearchedTerm,
} from "../store/said.ts"

/** A passage with the stems that it is found by, in the order of the ids. */
export interface IndexedChunk {
  readonly id: string
  readonly stems: readonly string[]
}

const nowhere = new Uint32Array()
/** Words whose passages are remembered: some kilobytes each. */
const mostLists = 200

/** Collects which passages have which stems. */
export class WordIndexBuilder {
  readonly #ids: string[] = []
  readonly #stems = new Map<string, number>()
  #numbers = new Uint32Array(1 << 16)
  /** Where the stems of each passage end among the numbers. */
  readonly #ends: number[] = []
  #size = 0

  add({ id, stems }: IndexedChunk): void {
    if (this.#size + stems.length > this.#numbers.length) this.#grow(stems.length)
    for (const stem of stems) {
      const known = this.#stems.get(stem) ?? this.#stems.size
      if (known === this.#stems.size) this.#stems.set(stem, known)
      this.#numbers[this.#size++] = known
    }
    this.#ids.push(id)
    this.#ends.push(this.#size)
  }

  #grow(by: number) {
    const wider = new Uint32Array(this.#numbers.length * 2 + by)
    wider.set(this.#numbers)
    this.#numbers = wider
  }

  /** Lays the passages of each stem side by side. */
  finish(): WordIndex {
    const starts = new Uint32Array(this.#stems.size + 1)
    for (let at = 0; at < this.#size; at++) {
      const next = (this.#numbers[at] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let at = 1; at < starts.length; at++)
      starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
    const places = new Uint32Array(this.#size)
    const free = starts.slice()
    let at = 0
    this.#ends.forEach((end, chunk) => {
      for (; at < end; at++) {
        const stem = this.#numbers[at] ?? 0
        places[free[stem] ?? 0] = chunk
        free[stem] = (free[stem] ?? 0) + 1
      }
    })
    return new WordIndex(this.#ids, this.#stems, starts, places)
  }
}

/** Says which passages have words, as the database would, without asking it. */
export class WordIndex {
  readonly #ids: readonly string[]
  readonly #stems: ReadonlyMap<string, number>
  readonly #starts: Uint32Array
  readonly #places: Uint32Array
  /** Of the passages that are looked at for a question: how much of it they have. */
  readonly #scores: Float64Array
  /** Of the words asked for last: a question asks for each several times. */
  readonly #lists = new Map<string, Uint32Array>()

  constructor(
    ids: readonly string[],
    stems: ReadonlyMap<string, number>,
    starts: Uint32Array,
    places: Uint32Array,
  ) {
    this.#ids = ids
    this.#stems = stems
    this.#starts = starts
    this.#places = places
    this.#scores = new Float64Array(ids.length).fill(-1)
  }

  /** How many places it holds: what it costs to keep. */
  get size(): number {
    return this.#places.length
  }

  /** In how many passages any of the stems stands, counted no further than `mostCounted`. */
  count(stems: readonly string[]): number {
    return Math.min(mostCounted, this.#listOf(stems).length)
  }

  /** The passages that have most of the words, the best first: the same that `listSaid` finds. */
  find(terms: readonly SearchedTerm[], most: number): string[] {
    const chosen = this.#choose(chooseTerms(terms)).slice(0, mostCounted)
    const scores = this.#scores
    for (const chunk of chosen) scores[chunk] = 0
    for (const { stems, weight } of rankTerms(terms))
      for (const chunk of this.#listOf(stems)) {
        const score = scores[chunk] ?? -1
        if (score >= 0) scores[chunk] = score + weight
      }
    const best = Array.from(chosen, (chunk) => ({ chunk, score: scores[chunk] ?? 0 }))
    for (const chunk of chosen) scores[chunk] = -1
    best.sort((a, b) => b.score - a.score || a.chunk - b.chunk)
    return best.slice(0, most).map(({ chunk }) => this.#ids[chunk] ?? "")
  }

  /** Passages that have all words of one of the choices, in the order of the ids. */
  #choose(choices: readonly (readonly SearchedTerm[])[]): Uint32Array {
    return merge(
      choices.map((together) => together.map(({ stems }) => this.#listOf(stems)).reduce(intersect)),
    )
  }

  #listOf(stems: readonly string[]): Uint32Array {
    const key = stems.join(" ")
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const list = this.#readList(stems)
    if (this.#lists.size >= mostLists) this.#lists.clear()
    this.#lists.set(key, list)
    return list
  }

  #readList(stems: readonly string[]): Uint32Array {
    const numbers = plainStems(stems).map((stem) => this.#stems.get(stem))
    return merge(
      numbers.map((stem) =>
        stem === undefined
          ? nowhere
          : this.#places.subarray(this.#starts[stem], this.#starts[stem + 1]),
      ),
    )
  }
}

/** What stands in any of the lists, in order, once. */
function merge(lists: readonly Uint32Array[]): Uint32Array {
  const filled = lists.filter(({ length }) => length > 0)
  return filled.length === 0 ? nowhere : filled.reduce(mergeTwo)
}

function mergeTwo(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length)
  let [a, b, size] = [0, 0, 0]
  while (a < one.length && b < other.length) {
    const left = one[a] ?? 0
    const right = other[b] ?? 0
    both[size++] = Math.min(left, right)
    if (left <= right) a++
    if (right <= left) b++
  }
  const rest = a < one.length ? one.subarray(a) : other.subarray(b)
  both.set(rest, size)
  return both.subarray(0, size + rest.length)
}

/** What stands in both lists, in order. */
function intersect(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(one.length, other.length))
  let size = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const left = one[a] ?? 0
    const right = other[b] ?? 0
    if (left === right) both[size++] = left
    if (left <= right) a++
    if (right <= left) b++
  }
  return both.subarray(0, size)
}
