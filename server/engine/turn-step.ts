import type { Assistant } from "#basic/assistant/assistant.ts"
import { openChance } from "#basic/vm/chance.ts"
import type { OperandValue, ZoneTable } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import { findZone } from "#catalog/find-zone.ts"
import type { FileKind, MessageFile, MessageSource } from "#catalog/messages.ts"
import type {
  HttpReply,
  HttpRequest,
  MemoryScope,
  NamedCall,
  ScriptCall,
  StageFacts,
  Step,
  Suspension,
  UnknownOutcome,
} from "#server/keywords/step.ts"
import type { StepParts } from "#server/keywords/step-parts.ts"
import type { FoundPassages, KnowledgeQuestion } from "#server/knowledge/port.ts"
import type { Journaled } from "#server/records/journaled.ts"
import type { RecordWork } from "#server/records/place.ts"
import { readSetting } from "#server/records/settings/read-setting.ts"
import { readSettings } from "#server/records/settings/read-settings.ts"
import type { Understood } from "#server/understanding/port.ts"
import { channelKind } from "./channel-kind.ts"
import type { ActiveRun, ConversationState } from "./conversation-state.ts"
import { deriveHandlerSeed } from "./derive-id.ts"
import { EngineFault, engineLimits } from "./engine-fault.ts"
import { checkMemoryKey, checkMemoryValue, readMemory, writeMemory } from "./memory.ts"
import { recordPlace } from "./record-place.ts"
import type { EffectPlace, TurnJournal } from "./turn-journal.ts"
import type { TurnTrace } from "./turn-trace.ts"
import type { TurnWriter } from "./turn-writer.ts"
import { utcZone } from "./zone.ts"

/** Shows live clients a part of a message that is still being written. */
export type SendDelta = (delta: { id: string; epoch: number; text: string }) => void

export type SendRequest = (request: HttpRequest) => Promise<HttpReply>

/** Sources of events that nobody sends. */
const automationChannels: ReadonlySet<string> = new Set([
  "schedule",
  "webhook",
  "event",
  "delegate",
])

const suspension: Suspension = { suspended: true }

/** There is one suspension, and no value of a program is it. */
export function isSuspension(result: unknown): result is Suspension {
  return result === suspension
}

/** What a suspended run waits for, as the handler asked for it. */
export type Request =
  | { readonly kind: "hear"; readonly operands: Readonly<Record<string, OperandValue>> }
  | { readonly kind: "time"; readonly seconds: number }
  | { readonly kind: "event"; readonly event: string; readonly timeoutSeconds: number | null }
  | { readonly kind: "reply"; readonly timeoutSeconds: number; readonly count: number }

export interface TurnStepParts {
  readonly writer: TurnWriter
  readonly journal: TurnJournal
  readonly state: ConversationState
  readonly run: ActiveRun
  readonly trace: TurnTrace
  readonly send: SendRequest
  readonly sendDelta: SendDelta
  readonly parts: StepParts
  readonly clock: () => number
  readonly readScript: () => string | null
  readonly readNextWaitId: () => string
  /** Runs a script of the same version as a tool. */
  readonly runScript: (call: ScriptCall, chance: () => number) => Promise<Json>
}

/** The world of one turn, as its handlers see it. `place` is moved from effect to effect by the runner. */
export class TurnStep implements Step {
  readonly nowMs: number
  readonly parts: StepParts
  place: EffectPlace = { stepId: null, keyword: "", readOperands: () => null }
  /** Set when the last handler suspended the run. */
  requested: Request | null = null
  readonly #writer: TurnWriter
  readonly #journal: TurnJournal
  readonly #state: ConversationState
  readonly #run: ActiveRun
  readonly #trace: TurnTrace
  readonly #send: SendRequest
  readonly #clock: () => number
  readonly #chance: () => number
  readonly #readScript: () => string | null
  readonly #readNextWaitId: () => string
  #handOver: { readonly botId: string | null } | null = null
  /** What a webhook is answered with, as far as the script says. */
  readonly response: { status: number | null; headers: Map<string, string> } = {
    status: null,
    headers: new Map(),
  }
  #saidChars = 0

  readonly #runScript: TurnStepParts["runScript"]
  readonly #sendDelta: SendDelta
  #recallCount = 0
  #drafts = 0
  /** Sources of an answer that was given as a value and not said yet. */
  #cited: { readonly text: string; readonly sources: readonly MessageSource[] } | null = null

  constructor(parts: TurnStepParts) {
    this.#runScript = parts.runScript
    this.#sendDelta = parts.sendDelta
    this.#writer = parts.writer
    this.#journal = parts.journal
    this.#state = parts.state
    this.#run = parts.run
    this.#trace = parts.trace
    this.#send = parts.send
    this.#clock = parts.clock
    this.#readScript = parts.readScript
    this.#readNextWaitId = parts.readNextWaitId
    this.parts = parts.parts
    this.nowMs = parts.writer.recorded.nowMs
    this.#chance = openChance(deriveHandlerSeed(parts.writer.recorded.seed))
  }

  get botId(): string {
    return this.#run.botId ?? this.#writer.conversation.botId
  }
  get conversationId(): string {
    return this.#writer.conversation.id
  }
  get contactId(): string | null {
    return this.#writer.conversation.contactId
  }
  get zone(): ZoneTable {
    const { zone } = this.#writer.recorded
    return zone === undefined ? utcZone : (findZone(zone) ?? utcZone)
  }
  get isAutomation(): boolean {
    return automationChannels.has(channelKind(this.#writer.conversation.channel))
  }
  get isDelegated(): boolean {
    return channelKind(this.#writer.conversation.channel) === "delegate"
  }
  get language(): string | null {
    return this.#state.language
  }
  get context(): ReadonlyMap<string, string> {
    return this.#state.context
  }
  get systemPrompt(): string | null {
    return this.#state.systemPrompt
  }
  get assistant(): Assistant {
    return this.#state.assistant
  }
  get headers(): ReadonlyMap<string, string> {
    return this.#run.headers
  }

  random(): number {
    return this.#chance()
  }

  say(text: string, given: readonly MessageSource[] = []) {
    this.#countMessage(text)
    const sources = given.length === 0 && this.#cited?.text === text ? this.#cited.sources : given
    this.#writer.addMessage("bot", "text", text, this.place.stepId, this.#clock(), { sources })
    this.#run.spoken?.push(text)
  }
  cite(text: string, sources: readonly MessageSource[]) {
    this.#cited = { text, sources }
  }

  /** A draft that begins anew has a higher number, so that clients drop what they had of it. */
  draft(): (part: string) => void {
    const id = this.#writer.nextMessageId
    const epoch = (this.#writer.epoch ?? 0) * 1_000 + ++this.#drafts
    return (text) => this.#sendDelta({ id, epoch, text })
  }
  stage<T>(name: string, work: (note: (facts: StageFacts) => void) => Promise<T> | T): Promise<T> {
    return this.#trace.stage(this.place.stepId, name, work)
  }
  get performed(): readonly string[] {
    return this.#journal.performed
  }
  runScript(call: ScriptCall): Promise<Json> {
    return this.#runScript(call, this.#chance)
  }
  /** Kept with what the turn recorded, as long as that is not written yet. */
  recall(read: () => Json): Json {
    const { recorded } = this.#writer
    const known = recorded.recalled?.[this.#recallCount]
    if (known !== undefined) {
      this.#recallCount++
      return known
    }
    if (this.#writer.isClaimed) return null
    const value = read()
    this.#recallCount++
    this.#writer.recorded = { ...recorded, recalled: [...(recorded.recalled ?? []), value] }
    return value
  }

  #countMessage(text: string) {
    if (text.length > engineLimits.messageChars)
      throw new EngineFault(
        "engine.message_too_long",
        `A message may have ${engineLimits.messageChars} characters; this one has ${text.length}.`,
      )
    if (this.#writer.messageCount >= engineLimits.messagesPerTurn)
      throw new EngineFault(
        "engine.too_many_messages",
        `One turn may say ${engineLimits.messagesPerTurn} messages. Put a HEAR or a WAIT into the loop.`,
      )
    this.#saidChars += text.length
    if (this.#saidChars > engineLimits.saidCharsPerTurn)
      throw new EngineFault(
        "engine.too_many_messages",
        `One turn may say ${engineLimits.saidCharsPerTurn} characters.`,
      )
  }

  sendFile(kind: FileKind, file: MessageFile, caption: string) {
    this.#countMessage(caption)
    this.#writer.addMessage("bot", kind, caption, this.place.stepId, this.#clock(), { file })
  }

  suggest(label: string, value: string) {
    const { suggestions } = this.#state
    const known = suggestions.findIndex((choice) => choice.value === value)
    if (known >= 0) suggestions[known] = { label, value }
    else if (suggestions.length < engineLimits.suggestions) suggestions.push({ label, value })
  }
  clearSuggestions() {
    this.#state.suggestions = []
  }
  log(text: string) {
    this.#trace.line(text)
  }

  hear(operands: Readonly<Record<string, OperandValue>>): Suspension {
    this.requested = { kind: "hear", operands }
    return suspension
  }
  wait(seconds: number): Suspension | null {
    if (seconds === 0) return null
    this.requested = { kind: "time", seconds }
    return suspension
  }

  waitForEvent(event: string, timeoutSeconds: number | null): Suspension {
    this.requested = { kind: "event", event, timeoutSeconds }
    return suspension
  }
  get nextWaitId(): string {
    return this.#readNextWaitId()
  }
  waitForReply(timeoutSeconds: number, count: number): Suspension {
    this.requested = { kind: "reply", timeoutSeconds, count }
    return suspension
  }
  handOver(botId: string | null): Suspension {
    this.#handOver = { botId }
    return suspension
  }
  /** Set when the last handler handed the conversation over. */
  takeHandOver(): { readonly botId: string | null } | null {
    const handOver = this.#handOver
    this.#handOver = null
    return handOver
  }
  get script(): string | null {
    return this.#readScript()
  }
  get versionId(): string {
    return this.#run.versionId
  }
  setResponseStatus(status: number) {
    this.response.status = status
  }
  setResponseHeader(name: string, value: string) {
    if (
      this.response.headers.size < engineLimits.responseHeaders ||
      this.response.headers.has(name)
    )
      this.response.headers.set(name, value)
  }
  async settings(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stored = await this.record(readSettings(names))
    const found = new Map<string, string>()
    for (const { name, value, isSecret } of stored) {
      const plain = isSecret ? this.parts.seal.open(value) : value
      if (plain !== null) found.set(name, plain)
    }
    return found
  }
  async setting(name: string): Promise<string | null> {
    const stored = await this.record(readSetting(name))
    if (stored === null) return null
    return stored.isSecret ? this.parts.seal.open(stored.value) : stored.value
  }

  readSession(key: string): Json {
    return this.#state.session.get(key) ?? null
  }
  writeSession(key: string, value: Json) {
    if (value === null) this.#state.session.delete(key)
    else this.#state.session.set(key, value)
  }
  setContext(name: string, text: string) {
    this.#state.context.set(name, text)
  }
  setSystemPrompt(text: string) {
    this.#state.systemPrompt = text
  }
  setLanguage(language: string) {
    this.#state.language = language
  }
  setHeader(name: string, value: string) {
    const known = [...this.#run.headers.keys()].find(
      (other) => other.toLowerCase() === name.toLowerCase(),
    )
    if (known !== undefined) this.#run.headers.delete(known)
    if (value !== "") this.#run.headers.set(name, value)
  }
  clearHeaders() {
    this.#run.headers.clear()
  }

  async readMemory(scope: MemoryScope, key: string): Promise<Json> {
    checkMemoryKey(key)
    const at = { ...this.#memoryPlace(scope), key }
    return await this.#journal.doData(this.place, (tx) => readMemory(tx, at, this.nowMs))
  }
  async writeMemory(scope: MemoryScope, key: string, value: Json, lifetimeMs?: number) {
    checkMemoryKey(key)
    checkMemoryValue(key, value)
    const at = { ...this.#memoryPlace(scope), key }
    const expiresMs = lifetimeMs === undefined ? null : this.nowMs + lifetimeMs
    await this.#journal.doData(this.place, async (tx) => {
      await writeMemory(tx, at, value, expiresMs)
      return null
    })
  }

  record<Result>(work: RecordWork<Result>, named?: NamedCall): Promise<Journaled<Result>> {
    const place = recordPlace(this.#writer, this.#run)
    return this.#journal.doData(this.#placeOf(named), (tx) => work(tx, place))
  }

  outside<Result>(
    unknown: UnknownOutcome,
    perform: (key: string) => Promise<Result>,
    named?: NamedCall,
  ): Promise<Journaled<Result>> {
    return this.#journal.doOutside(this.#placeOf(named), unknown, perform)
  }

  /** One step may do several things: the journal calls each by its own name. */
  #placeOf(named: NamedCall | undefined): EffectPlace {
    if (named === undefined) return this.place
    return { ...this.place, keyword: named.name, readOperands: () => named.arguments }
  }
  async searchKnowledge(question: KnowledgeQuestion): Promise<FoundPassages> {
    const { orgId } = this.#writer.conversation
    const { botId } = this
    const found = await this.outside("same key", async () =>
      JSON.stringify(await this.parts.knowledge.search({ orgId, botId }, question)),
    )
    // The journal keeps text as it is: what is read back was written here.
    return JSON.parse(String(found)) as FoundPassages
  }
  async understand(text: string): Promise<Understood> {
    const { orgId } = this.#writer.conversation
    const { botId, versionId, nowMs, zone } = this
    const found = await this.outside("same key", async () =>
      JSON.stringify(
        await this.parts.understanding.understand({ orgId, botId, versionId }, text, {
          ...{ nowMs, zone },
        }),
      ),
    )
    return JSON.parse(String(found)) as Understood
  }
  /** Says how deep the run is, so that a bot that calls itself over the web is cut off. */
  request(request: HttpRequest): Promise<HttpReply> {
    const depth = ["Botwright-Depth", String((this.#run.depth ?? 0) + 1)] as const
    return this.#send({ ...request, headers: [...request.headers, depth] })
  }

  /** A visitor without an identity is known by the conversation. */
  #memoryPlace(scope: MemoryScope) {
    const { orgId, contactId, id } = this.#writer.conversation
    return { orgId, botId: this.botId, scope, subject: scope === "bot" ? "" : (contactId ?? id) }
  }
}
