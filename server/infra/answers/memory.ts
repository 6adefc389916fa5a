import { LRUCache } from "lru-cache"
import type { Json } from "#basic/vm/value.ts"
import type { PubSub } from "../pubsub/port.ts"
import type { AnswerKey, AnswerMemory } from "./port.ts"

/** Who cannot be told of a change looks in the database again after this. Units: ms. */
const lifeMs = 20_000
const maxAnswers = 50_000

/** Keeps answers in memory. `topic` tells of bots that changed, as `{ botId }`. */
export function createAnswerMemory(pubsub: PubSub, topic: string): AnswerMemory {
  const known = new LRUCache<string, { readonly answer: Json; readonly generation: number }>({
    max: maxAnswers,
    ttl: lifeMs,
  })
  const generations = new LRUCache<string, number>({ max: maxAnswers })
  const generationOf = (botId: string) => generations.get(botId) ?? 0
  const forget = (botId: string) => void generations.set(botId, generationOf(botId) + 1)
  pubsub
    .subscribe(topic, (message) => {
      if (typeof message === "object" && message !== null && "botId" in message)
        forget(String(message.botId))
    })
    .catch(() => {})
  const nameOf = ({ botId, hash }: AnswerKey) => `${botId}/${hash}`
  return {
    forget,
    find: (key) => {
      const found = known.get(nameOf(key))
      return found?.generation === generationOf(key.botId) ? found.answer : null
    },
    keep: (key, answer) => {
      known.set(nameOf(key), { answer, generation: generationOf(key.botId) })
    },
  }
}
