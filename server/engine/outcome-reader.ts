import { setTimeout as sleep } from "node:timers/promises"
import { conversationTopic } from "#catalog/events.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import type { EngineStore } from "./engine-store.ts"
import type { AcceptedEvent, TurnResult } from "./event.ts"
import type { EventRow } from "./store-rows.ts"

/** How often the row is looked at when no announcement wakes the reader. Units: ms. */
const lookAgainMs = 250

/** Reads what became of an event whose turn somebody else runs, or has run before. */
export class OutcomeReader {
  readonly #store: EngineStore
  readonly #pubsub: PubSub

  constructor(store: EngineStore, pubsub: PubSub) {
    this.#store = store
    this.#pubsub = pubsub
  }

  /** Waits for the end of the turn. Throws AppError "request.key_reused" when the key had another body. */
  async read(event: AcceptedEvent): Promise<TurnResult> {
    while (true) {
      const row = await this.#store.findEventByKey(event.orgId, event.source, event.key)
      if (row === null) throw new AppError("conversation.not_found")
      if (row.body_hash !== event.bodyHash) throw new AppError("request.key_reused")
      if (row.outcome !== null) return await this.#toResult(row)
      await this.#waitForNews(row.conversation_id ?? event.conversationId)
    }
  }

  async #toResult(row: EventRow): Promise<TurnResult> {
    const conversationId = row.conversation_id ?? ""
    return {
      conversationId,
      messages: await this.#store.listTurnMessages(row.org_id, conversationId, row.id),
      waiting: row.outcome?.waiting ?? null,
      status: "done",
      ...(row.outcome?.reply && { reply: row.outcome.reply }),
    }
  }

  async #waitForNews(conversationId: string) {
    const news = new AbortController()
    const stop = await this.#pubsub.subscribe(conversationTopic(conversationId), () => news.abort())
    await sleep(lookAgainMs, undefined, { signal: news.signal }).catch(() => {})
    await stop()
  }
}
