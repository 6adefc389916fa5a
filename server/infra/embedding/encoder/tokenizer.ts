/** A piece of a word that the model knows, and how likely it is (the logarithm). */
export type Vocabulary = readonly (readonly [piece: string, score: number])[]

interface Node {
  readonly next: Map<string, Node>
  /** The number of the piece that ends here. */
  piece: number | null
}

/** The first ones stand for what is no text. */
const reserved = 6
const unknown = 0
/** Stands where a word begins. */
const wordStart = "\u2581"

/** Cuts texts into the likeliest pieces, as the model learned them. */
export class Tokenizer {
  readonly #vocabulary: Vocabulary
  readonly #root: Node = { next: new Map(), piece: null }

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    vocabulary.forEach(([piece], number) => {
      if (number < reserved) return
      let node = this.#root
      for (const symbol of piece) {
        const next: Node = node.next.get(symbol) ?? { next: new Map(), piece: null }
        node.next.set(symbol, next)
        node = next
      }
      node.piece = number
    })
  }

  /** The numbers of the pieces, in order. */
  encode(text: string): number[] {
    const symbols = Array.from(wordStart + text.normalize("NFKC").replaceAll(" ", wordStart))
    const best = new Float64Array(symbols.length + 1)
    const ending = new Int32Array(symbols.length + 1)
    const offer = (from: number, to: number, piece: number, score: number) => {
      const sum = score + (best[from] ?? 0)
      if (best[to] !== 0 && sum < (best[to] ?? 0)) return
      best[to] = sum
      ending[to] = piece
    }
    for (let from = 0; from < symbols.length; from++) {
      let isKnown = false
      let node = this.#root.next.get(symbols[from] ?? "")
      for (let to = from + 1; node !== undefined; to++) {
        if (node.piece !== null) {
          isKnown = true
          offer(from, to, node.piece, this.#vocabulary[node.piece]?.[1] ?? 0)
        }
        node = to < symbols.length ? node.next.get(symbols[to] ?? "") : undefined
      }
      if (!isKnown) offer(from, from + 1, unknown, 0)
    }
    return this.#walkBack(ending)
  }

  /** Unknown pieces beside each other count as one. */
  #walkBack(ending: Int32Array): number[] {
    const pieces: number[] = []
    let at = ending.length - 1
    while (at > 0) {
      const piece = ending[at] ?? unknown
      if (piece !== unknown || pieces.at(-1) !== unknown) pieces.push(piece)
      at -= Math.max(1, this.#vocabulary[piece]?.[0].length ?? 1)
    }
    return pieces.reverse()
  }
}
