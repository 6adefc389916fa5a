import { randomUUID } from "node:crypto"
import * as Y from "yjs"
import { limits } from "#catalog/limits.ts"
import {
  type FlowAnnouncement,
  flowTopic,
  type PersonHere,
  type Presence,
  type ServerFlowFrame,
} from "#catalog/shared-flow/frames.ts"
import { type AppError, isAppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "#server/services/context.ts"
import { joinFlow, type OpenedFlow } from "#server/services/shared-flows/join.ts"
import { type PeopleNews, peopleTopic } from "#server/services/shared-flows/people-board.ts"
import { storeFlow } from "#server/services/shared-flows/store.ts"
import { GuardedFlow, type UpdateRefusal } from "./guarded-flow.ts"
import { type FlowHello, fromBase64, toBase64 } from "./read-flow-frame.ts"
import { RoomPeople } from "./room-people.ts"

/** Somebody's end of a room. */
export interface RoomMember {
  readonly key: string
  readonly context: ServiceContext
  readonly client: number
  /** The last update of theirs that was taken, and that is stored. */
  taken: number
  stored: number
  send(frame: ServerFlowFrame): void
  /** The room is over: they come back and find a new one. */
  end(): void
}

/** Typing is stored in strokes rather than letters; the draft follows when a hand rests, or at the latest. Units: ms. */
const storeAfterMs = 40
const draftAfterMs = 500
const draftWithinMs = 2_000
/** Looks for what an announcement that got lost would have told. */
const lookEveryMs = 15_000

/** The people of this process who have one flow open, and its document. */
export class FlowRoom {
  readonly scriptId: FlowHello["scriptId"]
  readonly #botId: FlowHello["botId"]
  readonly #context: ServiceContext
  readonly #opened: OpenedFlow
  readonly #guarded: GuardedFlow
  readonly #people: RoomPeople
  readonly #members = new Set<RoomMember>()
  readonly #editors = new Map<string, ServiceContext>()
  readonly #process = randomUUID()
  readonly #onEmpty: () => void
  #pending: Uint8Array[] = []
  #storing: Promise<void> = Promise.resolve()
  #storeTimer: NodeJS.Timeout | null = null
  #draftTimer: NodeJS.Timeout | null = null
  #draftDueAt = 0
  #isDraftDue = false
  #isOver = false
  #unsubscribe: (() => Promise<void>) | null = null
  readonly #look: NodeJS.Timeout

  static async open(
    context: ServiceContext,
    { botId, scriptId }: Pick<FlowHello, "botId" | "scriptId">,
    onEmpty: () => void,
  ): Promise<FlowRoom> {
    const opened = await joinFlow(context, { botId, scriptId })
    const room = new FlowRoom(context, { botId, scriptId }, opened, onEmpty)
    await room.#listen()
    return room
  }

  private constructor(
    context: ServiceContext,
    { botId, scriptId }: Pick<FlowHello, "botId" | "scriptId">,
    opened: OpenedFlow,
    onEmpty: () => void,
  ) {
    this.#context = context
    this.#botId = botId
    this.scriptId = scriptId
    this.#opened = opened
    this.#onEmpty = onEmpty
    this.#guarded = new GuardedFlow(opened.flow)
    this.#people = new RoomPeople((frame, but) => this.#tellAll(frame, but))
    opened.flow.doc.on("update", (update: Uint8Array, origin: unknown) =>
      this.#tellAll({ t: "update", update: toBase64(update) }, origin),
    )
    this.#look = setInterval(() => this.#lookAround(), lookEveryMs)
    this.#look.unref()
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Lets somebody in and gives them what they lack. */
  join(member: RoomMember, name: string, { generation, vector }: FlowHello): void {
    const { flow, revision, draftRevision } = this.#opened
    const isSame = generation === this.#opened.generation && vector !== undefined
    const known = isSame ? fromBase64(vector) : undefined
    const person: PersonHere = {
      key: member.key,
      userId: member.context.userId ?? "",
      name,
      canEdit: member.context.role !== "viewer",
      presence: null,
    }
    member.send({
      t: "ready",
      generation: this.#opened.generation,
      update: toBase64(Y.encodeStateAsUpdate(flow.doc, known)),
      vector: toBase64(Y.encodeStateVector(flow.doc)),
      me: member.key,
      canEdit: person.canEdit,
      revision,
      draftRevision,
      people: this.#people.list(),
    })
    this.#members.add(member)
    this.#people.add(person, member)
    this.#announce({ t: "person", from: this.#process, person })
    this.#tellBoard(person)
    // What was saved while nobody was here is taken in at once.
    this.#storeSoon(true)
  }

  /** Takes an edit; null when it was taken. */
  take(member: RoomMember, n: number, update: Uint8Array): UpdateRefusal | null {
    const others = [...this.#members].filter((one) => one !== member)
    const isMine = (client: number) => !others.some((one) => one.client === client)
    const refusal = this.#guarded.take(update, member, isMine)
    if (refusal !== null) return refusal
    this.#pending.push(update)
    this.#editors.set(member.context.userId ?? "", member.context)
    member.taken = n
    this.#isDraftDue = true
    this.#draftDueAt ||= Date.now() + draftWithinMs
    this.#storeSoon(false)
    return null
  }

  show(member: RoomMember, presence: Presence | null): void {
    const person = this.#people.show(member.key, presence, member)
    if (person) this.#announce({ t: "person", from: this.#process, person })
  }

  leave(member: RoomMember): void {
    if (!this.#members.delete(member)) return
    this.#people.remove(member.key)
    this.#announce({ t: "left", from: this.#process, key: member.key })
    this.#publish(peopleTopic, { t: "gone", key: member.key } satisfies PeopleNews)
    if (this.#members.size === 0) void this.close()
  }

  /** For whoever left before they were let in. */
  leaveIfEmpty(): void {
    if (this.#members.size === 0) void this.close()
  }

  get isFull(): boolean {
    return this.#members.size >= limits.peoplePerFlow
  }

  /** Writes the draft now. */
  flush(): Promise<void> {
    this.#isDraftDue = true
    return this.#store(true)
  }

  /** Stores everything and forgets the document. */
  async close(): Promise<void> {
    if (this.#isOver) return
    await this.#store(true)
    // Somebody may have come while it was stored.
    if (this.#members.size > 0 || this.#isOver) return
    await this.#end()
  }

  async stop(): Promise<void> {
    if (this.#isOver) return
    await this.#store(true)
    await this.#end()
  }

  async #end(): Promise<void> {
    this.#isOver = true
    clearInterval(this.#look)
    for (const timer of [this.#storeTimer, this.#draftTimer]) if (timer) clearTimeout(timer)
    this.#onEmpty()
    for (const member of this.#members) member.end()
    this.#members.clear()
    await this.#unsubscribe?.()
  }

  #storeSoon(isDraftNow: boolean): void {
    if (this.#isOver) return
    this.#storeTimer ??= setTimeout(() => void this.#store(isDraftNow), storeAfterMs)
    if (this.#draftTimer) clearTimeout(this.#draftTimer)
    const wait = Math.max(0, Math.min(draftAfterMs, this.#draftDueAt - Date.now()))
    this.#draftTimer = setTimeout(() => void this.#store(true), wait)
  }

  /** One after the other; a failure is tried again with the next, and nothing that is pending is dropped. */
  #store(isDraftWanted: boolean): Promise<void> {
    if (this.#storeTimer) clearTimeout(this.#storeTimer)
    this.#storeTimer = null
    this.#storing = this.#storing.then(() => this.#storeNow(isDraftWanted))
    return this.#storing
  }

  async #storeNow(isDraftWanted: boolean): Promise<void> {
    if (this.#isOver) return
    const taken: Uint8Array[] = []
    let upTo: [RoomMember, number][] = []
    const isDraft = isDraftWanted && this.#isDraftDue
    const editors = [...this.#editors.values()]
    try {
      const stored = await storeFlow(this.#context, this.#opened, {
        botId: this.#botId,
        scriptId: this.scriptId,
        editors,
        isDraftWanted: isDraft || this.#members.size === 0,
        isLast: this.#members.size === 0,
        takePending: () => {
          taken.push(...this.#pending.splice(0))
          upTo = [...this.#members].map((member) => [member, member.taken])
          return taken
        },
        receive: (update) => this.#guarded.receive(update, "log"),
      })
      if (!stored.ok) return await this.#end()
      this.#noteStored(upTo, stored)
    } catch (error) {
      this.#pending.unshift(...taken)
      await this.#explain(error)
    }
  }

  #noteStored(
    upTo: readonly [RoomMember, number][],
    { seq, update, isDraft }: { seq: number; update: Uint8Array | null; isDraft: boolean },
  ): void {
    const from = this.#process
    for (const [member, n] of upTo) {
      if (member.stored === n) continue
      member.stored = n
      member.send({ t: "stored", n })
    }
    if (update) this.#announce({ t: "update", from, seq, update: toBase64(update) })
    if (!isDraft) return
    this.#isDraftDue = this.#pending.length > 0
    this.#draftDueAt = this.#isDraftDue ? Date.now() + draftWithinMs : 0
    if (!this.#isDraftDue) this.#editors.clear()
    const { revision, draftRevision } = this.#opened
    this.#tellSaved(upTo, revision, draftRevision)
    this.#announce({ t: "saved", from, revision, draftRevision })
  }

  #tellSaved(upTo: readonly [RoomMember, number][], revision: number, draftRevision: number): void {
    for (const [member, n] of upTo) member.send({ t: "saved", n, revision, draftRevision })
  }

  /** A flow that is gone ends the room; anything else is tried again when there is more to store. */
  async #explain(error: unknown): Promise<void> {
    const { log } = this.#context.container
    if (isAppError(error) && error.text.status === 404) {
      this.#tellAll(errorFrame(error))
      return this.#end()
    }
    if (isAppError(error)) this.#tellAll(errorFrame(error))
    else log.error({ err: error, scriptId: this.scriptId }, "flow not stored")
    if (this.#storeTimer === null && !this.#isOver && this.#pending.length > 0)
      this.#storeTimer = setTimeout(() => void this.#store(false), draftWithinMs)
  }

  async #listen(): Promise<void> {
    const { pubsub } = this.#context.container
    this.#unsubscribe = await pubsub.subscribe(flowTopic(this.scriptId), (message) =>
      this.#hear(message as FlowAnnouncement),
    )
    this.#announce({ t: "who", from: this.#process })
  }

  #hear(told: FlowAnnouncement): void {
    if (this.#isOver || ("from" in told && told.from === this.#process)) return
    if (told.t === "update") {
      // Only the next one is taken as it is told; what was missed is in the log.
      if (told.seq > this.#opened.seq + 1) void this.#store(false)
      if (told.seq !== this.#opened.seq + 1) return
      this.#guarded.receive(fromBase64(told.update), "log")
      this.#opened.seq = told.seq
    } else if (told.t === "saved") this.#hearSaved(told)
    else if (told.t === "draft") void this.#store(false)
    else if (told.t === "comments") this.#tellAll({ t: "comments" })
    else if (told.t === "person") this.#people.hear(told.from, told.person)
    else if (told.t === "left") this.#people.remove(told.key)
    else this.#tellWho()
  }

  #hearSaved({ revision, draftRevision }: { revision: number; draftRevision: number }): void {
    this.#opened.revision = revision
    this.#opened.draftRevision = draftRevision
    this.#tellSaved(
      [...this.#members].map((member) => [member, member.stored]),
      revision,
      draftRevision,
    )
  }

  #tellWho(): void {
    for (const person of this.#people.listOwn())
      this.#announce({ t: "person", from: this.#process, person })
  }

  #lookAround(): void {
    this.#people.forgetSilent()
    this.#tellWho()
    for (const person of this.#people.listOwn()) this.#tellBoard(person)
    if (this.#members.size > 0) void this.#store(false)
  }

  #announce(message: FlowAnnouncement): void {
    this.#publish(flowTopic(this.scriptId), message)
  }

  /** The list of bots shows who is in which, whatever flow they look at. */
  #tellBoard({ key, userId, name }: PersonHere): void {
    const place = { orgId: this.#context.orgId, botId: this.#botId }
    this.#publish(peopleTopic, { t: "here", key, userId, name, ...place } satisfies PeopleNews)
  }

  #publish(topic: string, message: unknown): void {
    const { pubsub, log } = this.#context.container
    pubsub
      .publish(topic, message)
      .catch((error: unknown) => log.error({ err: error }, "flow not announced"))
  }

  #tellAll(frame: ServerFlowFrame, but: unknown = null): void {
    for (const member of this.#members) if (member !== but) member.send(frame)
  }
}

/** An error as a frame. */
export function errorFrame(error: AppError): ServerFlowFrame {
  const { code, title, detail, fix } = error.text
  return { t: "error", code, title, detail, fix }
}
