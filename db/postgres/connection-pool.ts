import { translateError } from "./errors.ts"
import { type ConnectionSettings, LiveConnection } from "./live-connection.ts"

/**
 * Lends connections, one borrower each; who comes when all are out waits in turn. One that broke is
 * thrown away, and a new one is opened when it is needed.
 */
export class ConnectionPool {
  readonly #settings: ConnectionSettings
  readonly #idle: LiveConnection[] = []
  readonly #waiting: (() => void)[] = []
  readonly #all = new Set<LiveConnection>()
  #places: number

  constructor(settings: ConnectionSettings, size: number) {
    this.#settings = settings
    this.#places = size
  }

  async lend<T>(work: (connection: LiveConnection) => Promise<T>): Promise<T> {
    if (this.#places > 0) this.#places--
    else await new Promise<void>((take) => this.#waiting.push(take))
    try {
      const connection = await this.#take()
      try {
        return await work(connection)
      } finally {
        this.#giveBack(connection)
      }
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#places++
      else next()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((connection) => connection.close()))
    this.#all.clear()
  }

  /** The one given back last is taken first, so that few are opened while few are needed. */
  async #take(): Promise<LiveConnection> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (!idle.isBroken) return idle
      this.#discard(idle)
    }
    try {
      const opened = await LiveConnection.open(this.#settings)
      this.#all.add(opened)
      return opened
    } catch (error) {
      throw translateError(error)
    }
  }

  #giveBack(connection: LiveConnection) {
    if (connection.isBroken) this.#discard(connection)
    else this.#idle.push(connection)
  }

  #discard(connection: LiveConnection) {
    this.#all.delete(connection)
    void connection.close().catch(() => {})
  }
}
