interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export interface BatchOptions {
  /** How long the first item waits for company. Units: ms. */
  readonly collectMs: number
  readonly maxItems: number
  /** Batches on their way at one time; further ones keep collecting. */
  readonly maxInFlight: number
}

/**
 * Collects single requests into one statement: `send` gets 1 to `maxItems` items and answers each, in
 * order. When `send` throws, every item of that batch fails with its error.
 */
export class Batcher<Item, Answer> {
  readonly #send: (items: readonly Item[]) => Promise<readonly Answer[]>
  readonly #options: BatchOptions
  #waiting: Waiting<Item, Answer>[] = []
  #inFlight = 0
  #timer: NodeJS.Timeout | null = null

  constructor(
    send: (items: readonly Item[]) => Promise<readonly Answer[]>,
    options: BatchOptions = { collectMs: 1, maxItems: 200, maxInFlight: 3 },
  ) {
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
    const batch = this.#waiting.splice(0, this.#options.maxItems)
    if (batch.length === 0) return
    this.#inFlight++
    void this.#deliver(batch).finally(() => {
      this.#inFlight--
      if (this.#waiting.length > 0) this.#schedule()
    })
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
