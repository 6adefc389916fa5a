interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export interface BatchOptions {
  /** How long the first item waits for company. Units: ms. */
  readonly collectMs: number
  readonly maxItems: number
  /** How heavy a batch may be; a heavier item travels alone. */
  readonly maxWeight: number
  /** Batches on their way at one time; further ones keep collecting. */
  readonly maxInFlight: number
}

/**
 * Small batches, several at a time: while the database stores one, the next is made. With 100 conversations at once
 * batches of 200 took turns with the process (`npm run bench -- cache`: 2,900 a second, 4,400 with 32).
 */
export const defaultBatchOptions: BatchOptions = {
  collectMs: 1,
  maxItems: 32,
  maxWeight: 4_000_000,
  maxInFlight: 4,
}

/**
 * Collects single requests into one statement: `send` gets 1 to `maxItems` items and answers each, in
 * order. When `send` throws, every item of that batch fails with its error.
 */
export class Batcher<Item, Answer> {
  readonly #send: (items: readonly Item[]) => Promise<readonly Answer[]>
  readonly #options: BatchOptions
  readonly #weigh: (item: Item) => number
  #waiting: Waiting<Item, Answer>[] = []
  #inFlight = 0
  #timer: NodeJS.Timeout | null = null

  constructor(
    send: (items: readonly Item[]) => Promise<readonly Answer[]>,
    options: BatchOptions = defaultBatchOptions,
    weigh: (item: Item) => number = () => 0,
  ) {
    this.#weigh = weigh
    this.#send = send
    this.#options = options
  }

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#schedule()
    })
  }

  #schedule() {
    if (this.#inFlight >= this.#options.maxInFlight) return
    if (this.#waiting.length >= this.#options.maxItems) this.#flush()
    else this.#timer ??= setTimeout(() => this.#flush(), this.#options.collectMs)
  }

  #flush() {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#inFlight >= this.#options.maxInFlight) return
    const batch = this.#waiting.splice(0, this.#countNext())
    if (batch.length === 0) return
    this.#inFlight++
    void this.#deliver(batch).finally(() => {
      this.#inFlight--
      if (this.#waiting.length > 0) this.#schedule()
    })
  }

  /** How many of those that wait go together: not too many, not too heavy, at least one. */
  #countNext(): number {
    const { maxItems, maxWeight } = this.#options
    let weight = 0
    let count = 0
    for (const { item } of this.#waiting.slice(0, maxItems)) {
      weight += this.#weigh(item)
      if (count > 0 && weight > maxWeight) break
      count++
    }
    return count
  }

  async #deliver(batch: readonly Waiting<Item, Answer>[]) {
    try {
      const answers = await this.#send(batch.map((entry) => entry.item))
      if (answers.length !== batch.length)
        throw new Error(`A batch of ${batch.length} rows got ${answers.length} answers.`)
      batch.forEach((entry, index) => {
        entry.resolve(answers[index]!)
      })
    } catch (error) {
      for (const entry of batch) entry.reject(error)
    }
  }
}
