import { AppError } from "#server/errors/app-error.ts"
import type { TurnWatcher } from "./conversation-runner.ts"
import type { AcceptedEvent, TurnResult } from "./event.ts"

/** An event on its way through this process, with everybody who waits for it. */
export interface Flight {
  event: AcceptedEvent
  /** The conversation it ended up in: a contact may have had an open one. */
  conversationId: string
  /** The conversation may not be in the database yet. */
  isNewConversation: boolean
  watcher: TurnWatcher | null
  result: Promise<TurnResult>
}

/**
 * The events this process has accepted and not finished, by their key: a repeat that arrives meanwhile
 * waits for the one turn instead of making another.
 */
export class Flights {
  readonly #byKey = new Map<string, Flight>()

  get size(): number {
    return this.#byKey.size
  }

  /** Throws AppError "request.key_reused" when the key is on its way with another body. */
  find(event: AcceptedEvent): Flight | null {
    const known = this.#byKey.get(keyOf(event))
    if (known && known.event.bodyHash !== event.bodyHash) throw new AppError("request.key_reused")
    return known ?? null
  }

  begin(event: AcceptedEvent, run: (flight: Flight) => Promise<TurnResult>): Flight {
    const flight: Flight = {
      event,
      conversationId: event.conversationId,
      isNewConversation: false,
      watcher: null,
      result: Promise.resolve(null as never),
    }
    this.#byKey.set(keyOf(event), flight)
    flight.result = run(flight).finally(() => this.#byKey.delete(keyOf(event)))
    flight.result.catch(() => {})
    return flight
  }

  /** Resolves when everything that is on its way has ended, well or not. */
  async settle(): Promise<void> {
    while (this.#byKey.size > 0)
      await Promise.allSettled([...this.#byKey.values()].map((flight) => flight.result))
  }
}

/** The turn's result, or null when it takes longer than `waitMs`. */
export function waitFor(flight: Flight, waitMs: number): Promise<TurnResult | null> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(resolve, waitMs, null)
    const settle = () => clearTimeout(limit)
    flight.result.then(resolve, reject).finally(settle)
  })
}

function keyOf({ orgId, source, key }: AcceptedEvent): string {
  return JSON.stringify([orgId, source, key])
}
