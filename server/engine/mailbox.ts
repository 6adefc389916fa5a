/**
 * One queue per conversation: what is posted under a key runs one at a time, in the order of posting.
 * Queues of different keys know nothing of each other. A queue that is empty costs nothing.
 */
export class Mailbox {
  readonly #queues = new Map<string, Promise<unknown>>()
  #waiters: (() => void)[] = []

  /** Runs `work` after everything posted earlier under the key; a failure of one does not stop the next. */
  post<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(key)
    const result = before === undefined ? work() : before.then(work)
    const tail = result.then(nothing, nothing)
    this.#queues.set(key, tail)
    void tail.then(() => {
      if (this.#queues.get(key) === tail) this.#queues.delete(key)
      if (this.#queues.size === 0) this.#wake()
    })
    return result
  }

  /** How many keys have work that is not finished. */
  get busyCount(): number {
    return this.#queues.size
  }

  /** Resolves when nothing is left to run. */
  whenIdle(): Promise<void> {
    if (this.#queues.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#waiters.push(resolve))
  }

  #wake() {
    const waiters = this.#waiters
    this.#waiters = []
    for (const wake of waiters) wake()
  }
}

function nothing() {}
