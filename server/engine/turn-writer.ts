import type { Json } from "#basic/vm/value.ts"
import type {
  ChatMessage,
  Choice,
  MessageFile,
  MessageKind,
  MessageSource,
  Waiting,
} from "#catalog/messages.ts"
import { storableText } from "#server/records/storable.ts"
import { deriveId } from "./derive-id.ts"
import type { EngineStore, WorkInside } from "./engine-store.ts"
import type { AcceptedEvent, EventPayload } from "./event.ts"
import { passFaultPoint } from "./fault-points.ts"
import type {
  AwaitColumns,
  CommitAnswer,
  ConversationColumns,
  ConversationRow,
  EventColumns,
  EventOutcome,
  JournalColumns,
  MessageColumns,
  Recorded,
  RunColumns,
  TimerColumns,
  WriteAnswer,
  WriteRow,
} from "./store-rows.ts"
import { TurnStopped, WriteFailed } from "./turn-stopped.ts"

/** What a turn that is run again finds of its earlier attempt. */
export interface Resumed {
  readonly epoch: number
  /** Messages of this turn that are stored already. */
  readonly said: number
}

/** What a message has besides its words. */
interface MessageParts {
  readonly file?: MessageFile
  readonly sources?: readonly MessageSource[]
}

/** What a turn asks of the database. */
export type TurnStore = Pick<
  EngineStore,
  "write" | "writeData" | "writeResult" | "commit" | "renew" | "abandon"
>

export interface TurnEnd extends AwaitColumns {
  readonly eventState: "done" | "stale"
  /** What is kept of the event from now on. */
  readonly payload: EventPayload
  readonly outcome: EventOutcome
  readonly state: string
  readonly language: string | null
  readonly versionId: string
  readonly waiting: Waiting | null
  readonly run: RunColumns
  readonly dropTimers: readonly string[]
  readonly timer: TimerColumns
}

/**
 * Everything one turn writes: the claim with the first journal row, further rows, and the commit. It
 * counts the messages of the turn, so that a rerun stores none of them again.
 */
export class TurnWriter {
  readonly conversation: ConversationRow
  readonly event: AcceptedEvent
  recorded: Recorded
  /** What the bot said and was stored, with sequence numbers. Not complete in a rerun. */
  readonly delivered: ChatMessage[] = []
  readonly #store: TurnStore
  readonly #leaseMs: number
  readonly #hasOutbox: boolean
  readonly #announce: (seq: number) => void
  readonly #onOutbox: (outboxId: string) => void
  readonly #messages: MessageColumns[] = []
  #storedCount: number
  #epoch: number | null
  #flushedCount = 0
  #renewal: NodeJS.Timeout | null = null

  constructor(options: {
    store: TurnStore
    conversation: ConversationRow
    event: AcceptedEvent
    recorded: Recorded
    resumed: Resumed | null
    leaseMs: number
    hasOutbox: boolean
    /** Tells listeners that the conversation can be read up to this sequence number. */
    announce: (seq: number) => void
    /** A message lies in the outbox: somebody should deliver it. */
    onOutbox: (outboxId: string) => void
  }) {
    this.#store = options.store
    this.conversation = options.conversation
    this.event = options.event
    this.recorded = options.recorded
    this.#leaseMs = options.leaseMs
    this.#hasOutbox = options.hasOutbox
    this.#announce = options.announce
    this.#onOutbox = options.onOutbox
    this.#storedCount = options.resumed?.said ?? 0
    this.#epoch = options.resumed?.epoch ?? null
    if (this.#epoch !== null) this.#renew()
  }

  /** It changed something that people see who answer conversations. */
  touchesInbox = false

  /** The claim's epoch; null while the turn holds none. */
  get epoch(): number | null {
    return this.#epoch
  }

  get isClaimed(): boolean {
    return this.#epoch !== null
  }

  /** The bot said something in this turn. */
  get hasSpoken(): boolean {
    return this.#messages.some((message) => message.sender === "bot")
  }

  /** Everything of this turn in order, stored or not. */
  get messages(): readonly MessageColumns[] {
    return this.#messages
  }

  /** What the bot said last in this turn, where it is no longer than this. */
  lastSaid(maxChars: number): string | null {
    const last = this.#messages.findLast((message) => message.sender === "bot")
    return last !== undefined && last.text !== "" && last.text.length <= maxChars ? last.text : null
  }

  get messageCount(): number {
    return this.#messages.length
  }

  /** The id that the next message of this turn gets, also in a rerun. */
  get nextMessageId(): string {
    return deriveId("msg", this.event.id, String(this.#messages.length))
  }

  addMessage(
    sender: "bot" | "contact",
    kind: MessageKind,
    text: string,
    stepId: string | null,
    atMs: number,
    { file, sources = [] }: MessageParts = {},
  ) {
    this.#messages.push({
      id: this.nextMessageId,
      sender,
      kind,
      text: storableText(text),
      choices: null,
      attachment: file === undefined ? null : ({ ...file } as unknown as Json),
      ...(sources.length > 0 && { sources: sources as unknown as Json }),
      step_id: stepId,
      at: new Date(atMs).toISOString(),
    })
  }

  /** Goes past what an earlier attempt has stored: what is said from here on is new, whatever it said. */
  skipStored() {
    const known = this.#storedCount - this.#messages.length
    for (let place = 0; place < known; place++) this.addMessage("bot", "text", "", null, 0)
    this.markFlushed()
  }

  /** Puts buttons under the bot's last message. False when there is none that is still unsent. */
  attachChoices(choices: readonly Choice[]): boolean {
    const place = this.#messages.length - 1
    const last = this.#messages[place]
    if (last?.sender !== "bot" || place < this.#flushedCount) return false
    const plain = choices.map(({ label, value }) => ({
      label: storableText(label),
      value: storableText(value),
    }))
    const kind = last.kind === "text" ? "choices" : last.kind
    this.#messages[place] = { ...last, kind, choices: plain }
    return true
  }

  /** Marks the place of an effect in the order of the turn, replayed or not: what was said before it is sent. */
  markFlushed() {
    this.#flushedCount = this.#messages.length
  }

  /** Stores what was said and a journal row; claims the conversation when this is the turn's first write. */
  async writeIntent(journal: JournalColumns): Promise<void> {
    if (!this.isClaimed) passFaultPoint("claim.before")
    const write = this.#store.write(this.#toWriteRow(journal))
    this.#accept(await write.catch(failWrite))
    passFaultPoint("claim.after")
  }

  /** The same, with work in the database in one transaction: the row holds its result from the start. */
  async writeData(journal: JournalColumns, work: WorkInside): Promise<Json> {
    const write = this.#store.writeData(this.#toWriteRow(journal), work)
    const { answer, value } = await write.catch(failWrite)
    this.#accept(answer)
    if (inboxKeywords.has(journal.name)) this.touchesInbox = true
    passFaultPoint("data.after")
    return value
  }

  async writeResult(effectNumber: number, result: Json): Promise<void> {
    const { conversation, event } = this
    if (this.#epoch === null) throw new TurnStopped("lost")
    const { orgId, id } = conversation
    const isKept = await this.#store
      .writeResult(orgId, id, event.id, this.#epoch, effectNumber, result)
      .catch(failWrite)
    if (!isKept) throw new TurnStopped("lost")
    passFaultPoint("result.after")
  }

  /** Ends the turn in one statement. Throws `TurnStopped` when the conversation is not ours to advance. */
  async commit(end: TurnEnd): Promise<Extract<CommitAnswer, { answer: "committed" }>> {
    const unsent = this.#messages.slice(this.#storedCount)
    passFaultPoint("commit.before")
    const answer = await this.#store.commit({
      ...this.#toConversationColumns(),
      ...this.#toEventColumns(),
      is_stored: this.event.isStored || this.isClaimed,
      is_new: this.conversation.isNew && !this.isClaimed,
      language: end.language,
      version_id: end.versionId,
      event_state: end.eventState,
      payload: end.payload,
      outcome: end.outcome,
      state: end.state,
      waiting: end.waiting,
      ...end.run,
      ...end.timer,
      messages: unsent,
      drop_timers: end.dropTimers,
      awaits: end.awaits,
      drop_awaits: end.drop_awaits,
    })
    if (answer.answer === "failed") throw answer.error
    if (answer.answer !== "committed") throw new TurnStopped(answer.answer)
    passFaultPoint("commit.after")
    this.#noteStored(answer.firstSeq, unsent)
    this.#announce(answer.firstSeq + unsent.length - 1)
    return answer
  }

  /** Lets the claim lapse soon, so that nobody has to wait for a turn that broke off here. */
  async abandon() {
    const { conversation, event } = this
    if (this.#epoch === null) return
    await this.#store
      .abandon(conversation.orgId, conversation.id, event.id, this.#epoch)
      .catch(() => {})
  }

  /** Stops keeping the claim alive. Call it whatever became of the turn. */
  release() {
    if (this.#renewal !== null) clearInterval(this.#renewal)
    this.#renewal = null
  }

  #accept(answer: WriteAnswer) {
    if (answer.answer !== "ok") throw new TurnStopped(answer.answer)
    const isFirst = this.#epoch === null
    this.#epoch = answer.epoch
    if (isFirst) this.#renew()
    const unsent = this.#messages.slice(this.#storedCount)
    this.#storedCount = Math.max(this.#storedCount, this.#messages.length)
    this.#noteStored(answer.firstSeq, unsent)
    if (unsent.length > 0) this.#announce(answer.firstSeq + unsent.length - 1)
  }

  #noteStored(firstSeq: number, unsent: readonly MessageColumns[]) {
    unsent.forEach((message, index) => {
      if (message.sender === "bot") this.delivered.push(toChatMessage(message, firstSeq + index))
    })
    const first = unsent.find((message) => message.sender === "bot")
    if (this.#hasOutbox && first) this.#onOutbox(first.id)
  }

  /** At a third of the lease, by the database's clock. A lost claim shows at the next write. */
  #renew() {
    this.#renewal = setInterval(() => {
      const { conversation, event } = this
      this.#store
        .renew(conversation.orgId, conversation.id, event.id, this.#epoch ?? -1, this.#leaseMs)
        .catch(() => {})
    }, this.#leaseMs / 3)
    this.#renewal.unref()
  }

  #toWriteRow(journal: JournalColumns): WriteRow {
    return {
      ...this.#toConversationColumns(),
      ...this.#toEventColumns(),
      messages: this.#messages.slice(this.#storedCount),
      journal,
      lease_ms: this.#leaseMs,
    }
  }

  #toConversationColumns(): ConversationColumns {
    const { conversation } = this
    return {
      org_id: conversation.orgId,
      id: conversation.id,
      bot_id: conversation.botId,
      version_id: conversation.botVersionId,
      is_new: conversation.isNew,
      contact_id: conversation.contactId,
      channel: conversation.channel,
      token_hash: conversation.tokenHash,
      language: conversation.language,
      version: conversation.version,
      epoch: this.#epoch,
      has_outbox: this.#hasOutbox,
      is_held: this.recorded.isHeld ?? false,
    }
  }

  #toEventColumns(): EventColumns {
    const { event } = this
    return {
      event_id: event.id,
      source: event.source,
      key: event.key,
      body_hash: event.bodyHash,
      kind: event.kind,
      payload: event.payload,
      is_stored: event.isStored,
    }
  }
}

/** Commands about conversations that people answer. */
const inboxKeywords: ReadonlySet<string> = new Set([
  ...["TRANSFER TO HUMAN", "TRANSFER CONVERSATION", "ESCALATE TO", "ASSIGN CONVERSATION"],
  ...["RESOLVE CONVERSATION", "SET PRIORITY", "TAG CONVERSATION", "ADD NOTE"],
  ...["NOTIFY AGENT", "NOTIFY ATTENDANT"],
])

function failWrite(error: unknown): never {
  throw new WriteFailed(error)
}

function toChatMessage(message: MessageColumns, seq: number): ChatMessage {
  const { id, sender, kind, text, choices, attachment, sources, at } = message
  return {
    ...{ id, seq, from: sender, kind: kind as MessageKind, text, at },
    ...(choices !== null && { choices: choices as unknown as Choice[] }),
    ...(attachment !== null && { file: attachment as unknown as MessageFile }),
    ...(sources !== undefined && { sources: sources as unknown as MessageSource[] }),
  }
}
