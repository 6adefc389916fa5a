import { setTimeout as sleep } from "node:timers/promises"
import { conversationTopic, inboxTopic } from "#catalog/events.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import { findDatabaseError } from "#db/errors.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { BotFacts } from "./bot-facts.ts"
import { channelKind } from "./channel-kind.ts"
import { ConversationCache } from "./conversation-cache.ts"
import type { EngineDeps, EngineOptions } from "./engine.ts"
import type { EngineStore } from "./engine-store.ts"
import { type AcceptedEvent, isOurs, type TurnResult } from "./event.ts"
import { passFaultPoint } from "./fault-points.ts"
import type { Programs } from "./programs.ts"
import type { ConversationRow, EventRow, Recorded, TakeOverAnswer } from "./store-rows.ts"
import { TurnFacts } from "./turn-facts.ts"
import { TurnRunner } from "./turn-runner.ts"
import { TurnStopped } from "./turn-stopped.ts"
import { type TurnEnd, TurnWriter } from "./turn-writer.ts"

/** How an event's turn went in this process. */
export type AttemptEnd =
  | { readonly kind: "result"; readonly result: TurnResult }
  /** Somebody else runs it, or has run it: its outcome is in its row. */
  | { readonly kind: "elsewhere" }
  /** The contact has an open conversation by now: try again there. */
  | { readonly kind: "moved" }

type Taken = Extract<TakeOverAnswer, { answer: "taken" }>

/** Where a turn tells what becomes of it while it runs. */
export interface TurnWatcher {
  /** What the bot said so far and was stored. */
  readSaid: () => readonly ChatMessage[]
  isClaimed: () => boolean
}

interface RunnerParts {
  readonly deps: EngineDeps
  readonly options: EngineOptions
  readonly store: EngineStore
  readonly programs: Programs
  readonly botFacts: Pick<BotFacts, "load">
  /** A deadline was stored: somebody may want to be there in time. */
  readonly onTimer: (orgId: OrgId, timerId: string, dueMs: number) => void
  /** A message lies in the outbox. */
  readonly onOutbox: (orgId: OrgId, outboxId: string) => void
  /** Events of this conversation wait to be run. */
  readonly onPending: (orgId: OrgId, eventIds: readonly string[]) => void
}

/** How long a turn that finds its conversation claimed waits before it looks again. Units: ms. */
const lookAgainMs = 100

/**
 * Runs turns of conversations, one attempt after another until one commits. It expects to be called
 * inside the conversation's mailbox; against other processes it relies on version, claim and epoch alone.
 */
export class ConversationRunner {
  readonly #parts: RunnerParts
  readonly #cache: ConversationCache
  readonly #facts: TurnFacts

  constructor(parts: RunnerParts) {
    this.#parts = parts
    this.#facts = new TurnFacts({ ...parts, clock: parts.deps.clock })
    this.#cache = new ConversationCache(parts.options.cacheChars)
  }

  /** Runs the turn of a new event. `isNew`: the conversation is made by this turn. */
  async runEvent(
    event: AcceptedEvent,
    isNew: boolean,
    watch: (watcher: TurnWatcher) => void,
  ): Promise<AttemptEnd> {
    const { store } = this.#parts
    while (true) {
      const conversation = await this.#find(event, isNew)
      if (conversation.running !== null) {
        if (conversation.running === event.id) return { kind: "elsewhere" }
        await this.#keepPending(event)
        await this.#clear(conversation.orgId, conversation.id, conversation.running)
        if (event.isStored && (await this.#isOver(event))) return { kind: "elsewhere" }
        continue
      }
      try {
        return { kind: "result", result: await this.#runTurn(event, conversation, null, watch) }
      } catch (error) {
        this.#cache.forget(event.orgId, conversation.id)
        if (!(error instanceof TurnStopped)) throw await this.#explain(error, event)
        if (error.reason === "missing") throw new AppError("conversation.not_found")
        if (error.reason === "exists") return { kind: "moved" }
        if (error.reason === "lost") return { kind: "elsewhere" }
        if (error.reason === "duplicate") {
          const row = await store.findEventByKey(event.orgId, event.source, event.key)
          if (row?.id !== event.id || row.state !== "pending") return { kind: "elsewhere" }
          event.isStored = true
        }
      }
    }
  }

  /** Finishes a stored event: runs it when nobody has acted for it yet, else reruns it over its journal. */
  async runStored(orgId: OrgId, eventId: string, watch: (watcher: TurnWatcher) => void) {
    const { store, options } = this.#parts
    while (true) {
      const taken = await store.takeOver(orgId, eventId, options.leaseMs)
      if (taken.answer === "missing" || taken.answer === "done" || taken.answer === "busy") return
      if (taken.answer === "behind") {
        const row = await store.findEvent(orgId, eventId)
        if (!row?.conversation_id) return
        await this.#clear(orgId, row.conversation_id, taken.event)
        continue
      }
      return await this.#runTaken(taken, watch)
    }
  }

  async #runTaken(
    taken: Extract<TakeOverAnswer, { attempts: number }>,
    watch: (watcher: TurnWatcher) => void,
  ) {
    const isGivenUp = taken.attempts >= this.#parts.options.attemptsPerTurn
    const event = { ...toAccepted(taken.event), isGivenUp }
    if (taken.answer === "taken") await this.#resume(event, taken, watch)
    else await this.runEvent(event, false, watch)
  }

  async #find(event: AcceptedEvent, isNew: boolean): Promise<ConversationRow> {
    const { orgId, conversationId: id } = event
    const known =
      this.#cache.get(orgId, id) ??
      (isNew ? null : await this.#parts.store.findConversation(orgId, id))
    if (!known && !isNew) throw new AppError("conversation.not_found")
    const conversation = known ?? (await this.#facts.startConversation(event))
    // Who writes from outside names the bot the conversation belongs to, whoever answers in it.
    if (conversation.botId !== event.botId && !isOurs(event.kind))
      throw new AppError("conversation.not_found")
    return conversation
  }

  async #runTurn(
    event: AcceptedEvent,
    conversation: ConversationRow,
    taken: Taken | null,
    watch: (watcher: TurnWatcher) => void,
  ): Promise<TurnResult> {
    const { deps, options, store, programs } = this.#parts
    const recorded = taken?.journal[0]?.recorded ?? (await this.#facts.record(event, conversation))
    const writer = this.#openWriter(event, conversation, recorded, taken)
    watch({ readSaid: () => writer.delivered, isClaimed: () => writer.isClaimed })
    passFaultPoint("turn.begun")
    try {
      const end = await new TurnRunner({
        writer,
        rows: taken?.journal ?? [],
        programs,
        handlers: deps.handlers,
        send: deps.send,
        sendDelta: (delta) => this.#sendDelta(conversation.id, delta),
        parts: deps.parts,
        clock: () => deps.clock.now().getTime(),
        sliceMs: options.sliceMs,
        isGivenUp: event.isGivenUp ?? false,
        onBug: (error, where) =>
          deps.log.error(
            { err: error, where, conversationId: conversation.id },
            "A run was ended by a mistake on our side.",
          ),
      }).run()
      const committed = await writer.commit(end)
      this.#noteCommit(conversation, end, writer, committed.pending)
      // What is said to a person, or about a conversation one may have, shows in the inbox.
      if (recorded.isHeld || writer.touchesInbox)
        deps.pubsub.publish(inboxTopic(event.orgId), null).catch(() => {})
      const messages = taken
        ? await store.listTurnMessages(event.orgId, conversation.id, event.id)
        : [...writer.delivered]
      const waiting = recorded.isHeld ? { kind: "human" } : end.waiting
      const { reply } = end.outcome
      return {
        ...{ conversationId: conversation.id, messages, waiting, status: "done" },
        ...(reply && { reply }),
      }
    } catch (error) {
      if (!(error instanceof TurnStopped)) await writer.abandon()
      throw error
    } finally {
      writer.release()
    }
  }

  #openWriter(
    event: AcceptedEvent,
    conversation: ConversationRow,
    recorded: Recorded,
    taken: Taken | null,
  ): TurnWriter {
    const { deps, options, store } = this.#parts
    return new TurnWriter({
      store,
      conversation,
      event,
      recorded,
      resumed: taken && { epoch: taken.epoch, said: taken.said },
      leaseMs: options.leaseMs,
      hasOutbox: deps.channels?.has(channelKind(conversation.channel)) ?? false,
      announce: (seq) => this.#announce(conversation.id, seq),
      onOutbox: (id) => this.#parts.onOutbox(event.orgId, id),
    })
  }

  /** A hint only: who misses it reads by sequence number. */
  #announce(conversationId: string, seq: number) {
    const { pubsub, log } = this.#parts.deps
    pubsub.publish(conversationTopic(conversationId), { seq }).catch((error: unknown) => {
      log.warn({ err: error }, "New messages could not be announced.")
    })
  }

  /** Whoever misses a part gets the whole message after the commit. */
  #sendDelta(conversationId: string, delta: { id: string; epoch: number; text: string }) {
    const { pubsub } = this.#parts.deps
    pubsub.publish(conversationTopic(conversationId), { t: "delta", ...delta }).catch(() => {})
  }

  #noteCommit(
    conversation: ConversationRow,
    end: TurnEnd,
    writer: TurnWriter,
    pending: readonly string[] | null,
  ) {
    const { orgId } = conversation
    this.#cache.set({
      ...conversation,
      version: conversation.version + 1,
      epoch: writer.epoch ?? conversation.epoch,
      botVersionId: end.versionId,
      language: end.language,
      state: end.state,
      waiting: end.waiting,
      runId: end.run.run_id,
      running: null,
      isNew: false,
    })
    const { timer_id: timerId, timer_due: due } = end.timer
    if (timerId !== null && due !== null) this.#parts.onTimer(orgId, timerId, Date.parse(due))
    if (pending) this.#parts.onPending(orgId, pending)
  }

  /** Runs a turn again whose claim has lapsed and was taken over. */
  async #resume(event: AcceptedEvent, taken: Taken, watch: (watcher: TurnWatcher) => void) {
    passFaultPoint("takeover.after")
    this.#cache.forget(event.orgId, event.conversationId)
    const conversation = await this.#parts.store.findConversation(event.orgId, event.conversationId)
    if (!conversation) return
    try {
      await this.#runTurn(event, conversation, taken, watch)
    } catch (error) {
      this.#cache.forget(event.orgId, event.conversationId)
      if (!(error instanceof TurnStopped)) throw error
    }
  }

  /** Waits until nobody holds the claim any more; finishes the turn itself when its owner is gone. */
  async #clear(orgId: OrgId, conversationId: string, running: string) {
    const { store, options } = this.#parts
    while (true) {
      const taken = await store.takeOver(orgId, running, options.leaseMs)
      if (taken.answer === "taken") {
        await this.#runTaken(taken, () => {})
      } else if (taken.answer === "busy") {
        await this.#waitForNews(conversationId, Math.min(taken.untilMs + 1, lookAgainMs))
        continue
      }
      this.#cache.forget(orgId, conversationId)
      return
    }
  }

  /** The turns of this conversation are with somebody else: our event is kept where they find it. */
  async #keepPending(event: AcceptedEvent) {
    if (event.isStored) return
    const { store, options } = this.#parts
    const kept = await store.storeEvent(event, event.conversationId, options.leaseMs)
    event.isStored = kept.event.id === event.id
  }

  async #isOver(event: AcceptedEvent): Promise<boolean> {
    const row = await this.#parts.store.findEvent(event.orgId, event.id)
    return row === null || (row.state !== "pending" && row.state !== "running")
  }

  async #waitForNews(conversationId: string, ms: number) {
    const news = new AbortController()
    const stop = await this.#parts.deps.pubsub.subscribe(conversationTopic(conversationId), () =>
      news.abort(),
    )
    await sleep(ms, undefined, { signal: news.signal }).catch(() => {})
    await stop()
  }

  /** A row whose parent was deleted in the meantime is an answer, not an accident. */
  async #explain(error: unknown, event: AcceptedEvent): Promise<unknown> {
    const isForeignKey = findDatabaseError(error)?.code === "23503"
    return isForeignKey
      ? new AppError("bot.not_found", { bot: event.botId }, { cause: error })
      : error
  }
}

export function toAccepted(row: EventRow): AcceptedEvent {
  return {
    id: row.id,
    orgId: row.org_id,
    botId: row.bot_id,
    source: row.source,
    key: row.key,
    bodyHash: row.body_hash,
    conversationId: row.conversation_id ?? "",
    kind: row.kind,
    payload: row.payload,
    isStored: true,
  }
}
