import { newId, type OrgId } from "#catalog/ids.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import type { Job, WorkTable } from "#server/jobs/define-job.ts"
import { fireTimer } from "#server/jobs/fire-timer.ts"
import { runEvent } from "#server/jobs/run-event.ts"
import { sendMessage } from "#server/jobs/send-message.ts"
import { purgeEntry } from "#server/records/bin/bin-entries.ts"
import { forgetBlob, takeDueBlob } from "#server/records/files/drop-blob.ts"
import { cleanUp } from "#server/records/retention/clean-up.ts"
import { fireSchedule } from "#server/records/schedules/fire-schedule.ts"
import { buildIndex } from "#server/records/tables/cell-index.ts"
import { deliverAlert } from "./alert-delivery.ts"
import { BotFacts } from "./bot-facts.ts"
import { type AttemptEnd, ConversationRunner, toAccepted } from "./conversation-runner.ts"
import { failUnbegun } from "./delegated-run.ts"
import { deriveId } from "./derive-id.ts"
import { Dispatcher } from "./dispatcher.ts"
import { findOwner, letClaimsLapse } from "./due-rows.ts"
import { defaultEngineOptions, type Engine, type EngineDeps, type EngineOptions } from "./engine.ts"
import { EngineStore } from "./engine-store.ts"
import {
  type AcceptedEvent,
  hashBody,
  type InboundEvent,
  readPayload,
  type TurnResult,
} from "./event.ts"
import { passFaultPoint } from "./fault-points.ts"
import { type Flight, Flights, waitFor } from "./flights.ts"
import { LocalTimers } from "./local-timers.ts"
import { MailDelivery } from "./mail-delivery.ts"
import { Mailbox } from "./mailbox.ts"
import { Outbox } from "./outbox.ts"
import { OutcomeReader } from "./outcome-reader.ts"
import { Programs } from "./programs.ts"

/** Assembles the engine of one process. */
export function createEngine(deps: EngineDeps): Engine {
  return new EngineProcess(deps)
}

class EngineProcess implements Engine {
  readonly #options: EngineOptions
  readonly #deps: EngineDeps
  readonly #store: EngineStore
  readonly #runner: ConversationRunner
  readonly #outcomes: OutcomeReader
  readonly #mailbox = new Mailbox()
  readonly #contacts = new Mailbox()
  readonly #flights = new Flights()
  readonly #timers: LocalTimers
  readonly #dispatcher: Dispatcher
  readonly #outbox: Outbox
  readonly #mails: MailDelivery
  readonly #acts: Readonly<Record<WorkTable, (orgId: OrgId, id: string) => Promise<void>>> = {
    timers: (orgId, id) => this.#fireTimer(orgId, id),
    schedules: (orgId, id) => this.#fireSchedule(orgId, id),
    mails: (orgId, id) => this.#mails.deliver(orgId, id),
    inbound_events: (orgId, id) => this.#runStored(orgId, id),
    outbox: (orgId, id) => this.#outbox.deliver(orgId, id),
    blobs: (orgId, id) => this.#deleteBlob(orgId, id),
    knowledge_documents: async (orgId, id) => this.#deps.knowledge?.ingest(orgId, id),
    knowledge_sites: async (orgId, id) => this.#deps.knowledge?.readSite(orgId, id),
    evaluation_runs: async (orgId, id) => this.#deps.evaluate?.(orgId, id),
    bot_tables: (orgId, id) => this.#deps.db.withOrg(orgId, (tx) => buildIndex(tx, orgId, id)),
    cleanups: (orgId, id) => cleanUp(this.#deps.db, orgId, id, this.#deps.clock.now().getTime()),
    alerts: (orgId, id) => this.#tellAlert(orgId, id),
    bin_entries: (orgId, id) => this.#purge(orgId, id),
  }
  #recovery: Promise<void> = Promise.resolve()
  #isStopping = false

  constructor(deps: EngineDeps) {
    this.#deps = deps
    this.#options = { ...defaultEngineOptions, ...deps.options }
    this.#store = new EngineStore(deps.db)
    this.#outcomes = new OutcomeReader(this.#store, deps.pubsub)
    this.#mails = new MailDelivery(deps.db, deps.parts.mail)
    this.#outbox = new Outbox(deps.db, deps.channels ?? new Map(), this.#options.leaseMs)
    this.#timers = new LocalTimers(
      () => deps.clock.now().getTime(),
      (orgId, id) => this.#inBackground(this.#fireTimer(orgId, id), `timer ${id}`),
    )
    this.#runner = new ConversationRunner({
      deps,
      options: this.#options,
      store: this.#store,
      programs: new Programs(this.#store),
      onTimer: (orgId, id, dueMs) => this.#expectTimer(orgId, id, dueMs),
      botFacts: new BotFacts(deps.db, deps.pubsub),
      onOutbox: (orgId, id) => this.#hint(sendMessage, orgId, id),
      onPending: (orgId, ids) => {
        for (const id of ids) this.#inBackground(this.#runStored(orgId, id), `event ${id}`)
      },
    })
    this.#dispatcher = new Dispatcher({
      db: deps.db,
      now: () => deps.clock.now(),
      pollMs: this.#options.pollMs,
      onError: (error, what) =>
        deps.log.error({ err: error, what }, "A due row could not be acted on."),
      acts: this.#acts,
    })
  }

  async accept(inbound: InboundEvent): Promise<TurnResult> {
    const event = toEvent(inbound, this.#deps.clock.now().getTime())
    const flight = this.#begin(event)
    const result = await waitFor(flight, inbound.waitMs ?? this.#options.waitMs)
    if (result !== null) return result
    // The answer is the acknowledgement: from here on the event may not be lost.
    if (!flight.event.isStored && !flight.watcher?.isClaimed()) await this.#keep(flight)
    return {
      conversationId: flight.conversationId,
      messages: [...(flight.watcher?.readSaid() ?? [])],
      waiting: { kind: "running" },
      status: "running",
    }
  }

  async #keep(flight: Flight) {
    const place = flight.isNewConversation ? null : flight.conversationId
    const kept = await this.#store.storeEvent(flight.event, place, this.#options.leaseMs)
    flight.event.isStored = kept.event.id === flight.event.id
  }

  async enqueue(inbound: InboundEvent): Promise<void> {
    const event = toEvent(inbound, this.#deps.clock.now().getTime())
    const { isNew, event: row } = await this.#store.storeEvent(event, inbound.conversationId, 0)
    if (row.body_hash !== event.bodyHash) throw new AppError("request.key_reused")
    if (isNew && !this.#isStopping) this.#hint(runEvent, event.orgId, event.id)
  }

  start() {
    this.#timers.open()
    // The embedded database has one owner: a claim that is there already belongs to a process that is gone.
    const recovered = this.#deps.db.kind === "embedded" ? letClaimsLapse(this.#deps.db) : null
    this.#recovery = Promise.resolve(recovered)
      .catch((error: unknown) => {
        this.#deps.log.error({ err: error }, "Claims of the process before could not be let go.")
      })
      .then(() => {
        if (!this.#isStopping) this.#dispatcher.start()
      })
  }

  async stop() {
    this.#isStopping = true
    this.#timers.close()
    await this.#recovery
    await this.#dispatcher.stop()
    await this.#flights.settle()
    await this.#mailbox.whenIdle()
  }

  async sweep() {
    await this.#dispatcher.sweep()
  }

  async follow(table: WorkTable, rowId: string): Promise<void> {
    const orgId = await findOwner(this.#deps.db, table, rowId)
    if (orgId !== null) await this.#acts[table](orgId, rowId)
  }

  async #runStored(orgId: OrgId, eventId: string): Promise<void> {
    const row = await this.#store.findEvent(orgId, eventId)
    if (!row || (row.state !== "pending" && row.state !== "running")) return
    if (row.conversation_id === null) {
      const taken = await this.#store.takeOver(orgId, eventId, this.#options.leaseMs)
      if (taken.answer === "pending")
        await this.#runUnplaced(toAccepted(taken.event), taken.attempts)
      return
    }
    try {
      await this.#mailbox.post(row.conversation_id, () =>
        this.#runner.runStored(orgId, eventId, () => {}),
      )
    } catch (error) {
      // A bot in the bin runs nothing.
      if (!isAppError(error, "bot.not_found")) throw error
      await this.#store.endEvent(orgId, eventId)
    }
  }

  /** An event that has no conversation yet. Where there is nothing to run any more, it is over. */
  async #runUnplaced(event: AcceptedEvent, attempts: number): Promise<void> {
    try {
      const isGivenUp = attempts >= this.#options.attemptsPerTurn
      await this.#begin({ ...event, isGivenUp }).result
    } catch (error) {
      const isGone = isAppError(error, "bot.not_published") || isAppError(error, "bot.not_found")
      if (!isGone) throw error
      const nowMs = this.#deps.clock.now().getTime()
      await this.#deps.db.withOrg(event.orgId, (tx) => failUnbegun(tx, event, nowMs))
      await this.#store.endEvent(event.orgId, event.id)
    }
  }

  async #fireTimer(orgId: OrgId, timerId: string): Promise<void> {
    passFaultPoint("timer.due")
    const timer = await this.#store.findTimer(orgId, timerId)
    if (timer === null || this.#isStopping) return
    const due = new Date(timer.due)
    if (due > this.#deps.clock.now()) return
    try {
      await this.#begin(
        toEvent(
          {
            orgId,
            botId: timer.bot_id,
            source: "timer",
            key: `${timerId}:${due.toISOString()}`,
            conversationId: timer.conversation_id,
            kind: "timer",
            timerId,
            ...(timer.wait_id !== null && { waitId: timer.wait_id }),
          },
          due.getTime(),
        ),
      ).result
    } catch (error) {
      // Its conversation is gone for good, or its bot lies in the bin: there is nothing left to wake.
      const isGone =
        isAppError(error, "conversation.not_found") || isAppError(error, "bot.not_found")
      if (!isGone) throw error
      await this.#store.dropTimer(orgId, timerId)
    }
  }

  async #fireSchedule(orgId: OrgId, id: string): Promise<void> {
    passFaultPoint("schedule.due")
    if (this.#isStopping) return
    const now = this.#deps.clock.now().getTime()
    const eventId = await this.#deps.db.withOrg(orgId, async (tx) => {
      const fired = await fireSchedule(tx, orgId, id, now)
      passFaultPoint("schedule.inside")
      return fired
    })
    passFaultPoint("schedule.fired")
    if (eventId === null) return
    if (this.#deps.queue) this.#hint(runEvent, orgId, eventId)
    else await this.#runStored(orgId, eventId)
  }

  /** The store first, then the row: a process that ends in between begins again. */
  async #deleteBlob(orgId: OrgId, blobId: string): Promise<void> {
    const { db, parts } = this.#deps
    if (!(await db.withOrg(orgId, (tx) => takeDueBlob(tx, orgId, blobId)))) return
    await parts.files.delete({ orgId, blobId })
    await db.withOrg(orgId, (tx) => forgetBlob(tx, orgId, blobId))
  }

  #tellAlert(orgId: OrgId, id: string): Promise<void> {
    const { db, parts, clock, log, publicUrl = "" } = this.#deps
    const onLost = (error: unknown) => log.warn({ err: error, id }, "An alert could not be mailed.")
    const tools = { db, mail: parts.mail, now: () => clock.now(), publicUrl, onLost }
    return deliverAlert(tools, orgId, id)
  }

  #purge(orgId: OrgId, id: string): Promise<void> {
    const now = this.#deps.clock.now()
    return this.#deps.db.withOrg(orgId, (tx) => purgeEntry(tx, orgId, id, now))
  }

  #begin(event: AcceptedEvent): Flight {
    const known = this.#flights.find(event)
    if (known) return known
    if (this.#isStopping) throw new AppError("server.stopping")
    return this.#flights.begin(event, (flight) => this.#process(flight))
  }

  /** Events of one contact find their conversation one after the other, so that two first ones meet in one. */
  #process(flight: Flight): Promise<TurnResult> {
    const { event } = flight
    if (event.conversationId !== "") return this.#run(flight, event, false)
    const { contactId } = event.payload
    if (contactId === undefined) return this.#run(flight, nameConversation(event), true)
    const contact = JSON.stringify([event.orgId, event.botId, event.source, contactId])
    return this.#contacts.post(contact, () => this.#runForContact(flight, contactId))
  }

  async #runForContact(flight: Flight, contactId: string): Promise<TurnResult> {
    while (true) {
      const { event } = flight
      const { orgId, botId, source } = event
      const open = await this.#store.findOpenConversation(orgId, botId, source, contactId)
      const placed = open === null ? nameConversation(event) : { ...event, conversationId: open }
      const end = await this.#attempt(flight, placed, open === null)
      if (end.kind !== "moved") return await this.#finish(placed, end)
    }
  }

  async #run(flight: Flight, event: AcceptedEvent, isNew: boolean): Promise<TurnResult> {
    return await this.#finish(event, await this.#attempt(flight, event, isNew))
  }

  #attempt(flight: Flight, event: AcceptedEvent, isNew: boolean): Promise<AttemptEnd> {
    flight.conversationId = event.conversationId
    flight.isNewConversation = isNew
    flight.event = event
    return this.#mailbox.post(event.conversationId, () =>
      this.#runner.runEvent(event, isNew, (watcher) => {
        flight.watcher = watcher
      }),
    )
  }

  async #finish(event: AcceptedEvent, end: AttemptEnd): Promise<TurnResult> {
    return end.kind === "result" ? end.result : await this.#outcomes.read(event)
  }

  /** Tells other processes what was stored, or acts on it here where there is no queue. */
  #hint({ name, table }: Job, orgId: OrgId, rowId: string, delayMs = 0) {
    const { queue } = this.#deps
    const work = queue ? queue.add(name, { rowId }, { delayMs }) : this.#acts[table](orgId, rowId)
    this.#inBackground(work, `${name} ${rowId}`)
  }

  #expectTimer(orgId: OrgId, id: string, dueMs: number) {
    if (!this.#deps.queue) return this.#timers.set(orgId, id, dueMs)
    this.#hint(fireTimer, orgId, id, Math.max(0, dueMs - this.#deps.clock.now().getTime()))
  }

  #inBackground(work: Promise<void>, what: string) {
    work.catch((error: unknown) => {
      this.#deps.log.error(
        { err: error, what },
        "A turn in the background broke off; it is tried again.",
      )
    })
  }
}

function toEvent(inbound: InboundEvent, nowMs: number): AcceptedEvent {
  const id = newId("evt", nowMs)
  return {
    id,
    orgId: inbound.orgId,
    botId: inbound.botId,
    source: scopeSource(inbound),
    key: inbound.key ?? id,
    bodyHash: inbound.bodyHash ?? hashBody(inbound),
    conversationId: inbound.conversationId ?? "",
    kind: inbound.kind,
    payload: readPayload(inbound),
    isStored: false,
  }
}

/** A conversation an event opens has the same id in every rerun. */
function nameConversation(event: AcceptedEvent): AcceptedEvent {
  return { ...event, conversationId: deriveId("cnv", event.id, "conversation") }
}

/** Keys of clients are theirs within a conversation: what one visitor chose cannot collide with another's. */
function scopeSource({ source, kind, conversationId }: InboundEvent): string {
  return kind === "timer" || conversationId === null ? source : `${source}/${conversationId}`
}
