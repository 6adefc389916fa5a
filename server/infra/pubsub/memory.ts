import { Listeners } from "./listeners.ts"
import type { PubSub } from "./port.ts"

/** For one process. Messages go through JSON all the same, so that nothing works here that Redis would lose. */
export function createMemoryPubSub(): PubSub {
  const listeners = new Listeners()
  return {
    async publish(topic, message) {
      if (!listeners.has(topic)) return
      const json = JSON.stringify(message)
      setImmediate(() => listeners.tell(topic, json))
    },
    async subscribe(topic, hear) {
      const own = (message: unknown) => hear(message)
      listeners.add(topic, own)
      return async () => {
        listeners.remove(topic, own)
      }
    },
    async close() {
      listeners.clear()
    },
  }
}
