import type { Message } from "./port.ts"

type Hear = (message: Message) => void

/** Who listens to what in this process; shared by the adapters. */
export class Listeners {
  readonly #topics = new Map<string, Set<Hear>>()

  has(topic: string): boolean {
    return this.#topics.has(topic)
  }

  /** Gives true when it is the first of its topic. */
  add(topic: string, hear: Hear): boolean {
    const hearing = this.#topics.get(topic)
    if (hearing !== undefined) {
      hearing.add(hear)
      return false
    }
    this.#topics.set(topic, new Set([hear]))
    return true
  }

  /** Gives true when it was the last of its topic. */
  remove(topic: string, hear: Hear): boolean {
    const hearing = this.#topics.get(topic)
    if (hearing === undefined || !hearing.delete(hear) || hearing.size > 0) return false
    this.#topics.delete(topic)
    return true
  }

  /** Each listener gets a copy of its own; one that throws does not keep the message from the next. */
  tell(topic: string, json: string): void {
    for (const hear of [...(this.#topics.get(topic) ?? [])]) {
      try {
        hear(JSON.parse(json))
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error))
      }
    }
  }

  clear(): void {
    this.#topics.clear()
  }
}
