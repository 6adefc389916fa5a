import type { Lane } from "./lane.ts"

/** Lends lanes for transactions, one borrower each; who comes when all are out waits in turn. */
export class LanePool {
  readonly #lanes: readonly Lane[]
  readonly #free: Lane[]
  readonly #waiting: ((lane: Lane) => void)[] = []

  constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes
    this.#free = [...lanes]
  }

  async lend<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
    // The one given back last is taken first, so that few connections are opened while few are needed.
    const lane = this.#free.pop() ?? (await new Promise<Lane>((take) => this.#waiting.push(take)))
    try {
      return await work(lane)
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free.push(lane)
      else next(lane)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }
}
