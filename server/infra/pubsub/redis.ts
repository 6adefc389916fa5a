import type { Redis } from "ioredis"
import { duplicateForWaiting } from "../redis/connect.ts"
import { Listeners } from "./listeners.ts"
import type { PubSub } from "./port.ts"

const prefix = "botwright:topic:"

/** For several processes. A listening connection can do nothing else, so it is made from the one given. */
export function createRedisPubSub(redis: Redis): PubSub {
  const listeners = new Listeners()
  const listening = duplicateForWaiting(redis)
  listening.on("message", (channel: string, json: string) =>
    listeners.tell(channel.slice(prefix.length), json),
  )
  return {
    async publish(topic, message) {
      await redis.publish(prefix + topic, JSON.stringify(message))
    },
    async subscribe(topic, hear) {
      const own = (message: unknown) => hear(message)
      listeners.add(topic, own)
      // Asked for each listener: it resolves once Redis has it, and asking twice does no harm.
      await listening.subscribe(prefix + topic)
      return async () => {
        if (listeners.remove(topic, own)) await listening.unsubscribe(prefix + topic)
      }
    },
    async close() {
      listeners.clear()
      listening.disconnect()
    },
  }
}
