import { emptyAssistant } from "#basic/assistant/assistant.ts"
import { utcZone } from "#basic/dates/zone.ts"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import type { MessageFile, MessageSource } from "#catalog/messages.ts"
import type { KnowledgeQuestion } from "#server/knowledge/port.ts"
import type { Journaled } from "#server/records/journaled.ts"
import type { RecordWork } from "#server/records/place.ts"
import type {
  HttpReply,
  HttpRequest,
  NamedCall,
  ScriptCall,
  StageFacts,
  Step,
  Suspension,
  UnknownOutcome,
} from "../step.ts"
import { makeFakeParts } from "./fake-parts.ts"

/** A world in memory that keeps what handlers did to it. */
export class FakeStep implements Step {
  readonly botId = "bot_1"
  readonly conversationId = "cnv_1"
  readonly contactId = null
  readonly parts = makeFakeParts()
  readonly nowMs = 1_000
  readonly zone = utcZone
  isAutomation = false
  isDelegated = false
  readonly headers = new Map<string, string>()
  readonly said: string[] = []
  readonly logged: string[] = []
  readonly requests: HttpRequest[] = []
  readonly unknown: UnknownOutcome[] = []
  readonly memory = new Map<string, { value: Json; lifetimeMs: number | undefined }>()
  readonly session = new Map<string, Json>()
  readonly context = new Map<string, string>()
  suggestions: { label: string; value: string }[] = []
  readonly assistant = emptyAssistant()
  systemPrompt = ""
  language = ""
  waits: (number | Readonly<Record<string, OperandValue>>)[] = []
  reply: HttpReply = { status: 200, contentType: "application/json", body: "{}" }

  random() {
    return 0.5
  }
  /** What the last messages rest on, beside `said`. */
  readonly saidSources: (readonly MessageSource[])[] = []
  say(text: string, sources: readonly MessageSource[] = []) {
    this.said.push(text)
    this.saidSources.push(sources)
  }
  cited: { text: string; sources: readonly MessageSource[] } | null = null
  cite(text: string, sources: readonly MessageSource[]) {
    this.cited = { text, sources }
  }
  /** What live clients were shown, draft by draft. */
  readonly drafts: string[] = []
  draft() {
    const at = this.drafts.push("") - 1
    return (part: string) => {
      this.drafts[at] += part
    }
  }
  readonly stages: [string, StageFacts][] = []
  async stage<T>(
    name: string,
    work: (note: (facts: StageFacts) => void) => Promise<T> | T,
  ): Promise<T> {
    const facts: Record<string, Json> = {}
    this.stages.push([name, facts])
    return await work((noted) => Object.assign(facts, noted))
  }
  readonly performed: string[] = []
  readonly scriptCalls: ScriptCall[] = []
  scriptAnswer: (call: ScriptCall) => Json = () => null
  async runScript(call: ScriptCall) {
    this.scriptCalls.push(call)
    return this.scriptAnswer(call)
  }
  recall(read: () => Json) {
    return read()
  }
  readonly sent: { kind: string; file: MessageFile; caption: string }[] = []
  sendFile(kind: string, file: MessageFile, caption: string) {
    this.sent.push({ kind, file, caption })
  }
  suggest(label: string, value: string) {
    this.suggestions.push({ label, value })
  }
  clearSuggestions() {
    this.suggestions = []
  }
  log(text: string) {
    this.logged.push(text)
  }
  hear(operands: Readonly<Record<string, OperandValue>>): Suspension {
    this.waits.push(operands)
    return { suspended: true }
  }
  wait(seconds: number): Suspension {
    this.waits.push(seconds)
    return { suspended: true }
  }
  waitForEvent(event: string, timeoutSeconds: number | null): Suspension {
    this.waits.push({ event, timeoutSeconds })
    return { suspended: true }
  }
  readonly nextWaitId = "wait_1"
  waitForReply(timeoutSeconds: number, count: number): Suspension {
    this.waits.push({ timeoutSeconds, count })
    return { suspended: true }
  }
  handedTo: (string | null)[] = []
  handOver(botId: string | null): Suspension {
    this.handedTo.push(botId)
    return { suspended: true }
  }
  readonly script = null
  readonly versionId = "ver_1"
  readonly response: [string, string | number][] = []
  setResponseStatus(status: number) {
    this.response.push(["status", status])
  }
  setResponseHeader(name: string, value: string) {
    this.response.push([name, value])
  }
  readonly settingValues = new Map<string, string>()
  async settings(names: readonly string[]) {
    return new Map([...this.settingValues].filter(([name]) => names.includes(name)))
  }
  async setting(name: string) {
    return this.settingValues.get(name) ?? null
  }
  readSession(key: string) {
    return this.session.get(key) ?? null
  }
  writeSession(key: string, value: Json) {
    this.session.set(key, value)
  }
  setContext(name: string, text: string) {
    this.context.set(name, text)
  }
  setSystemPrompt(text: string) {
    this.systemPrompt = text
  }
  setLanguage(language: string) {
    this.language = language
  }
  understand(text: string) {
    const place = { orgId: newId("org"), botId: this.botId, versionId: this.versionId }
    return this.parts.understanding.understand(place, text, {})
  }
  setHeader(name: string, value: string) {
    this.headers.set(name, value)
  }
  clearHeaders() {
    this.headers.clear()
  }
  async readMemory(scope: string, key: string) {
    return this.memory.get(`${scope}/${key}`)?.value ?? null
  }
  async writeMemory(scope: string, key: string, value: Json, lifetimeMs?: number) {
    this.memory.set(`${scope}/${key}`, { value, lifetimeMs })
  }
  /** What the next work in the database answers: a fake step has none. SQL is tested with `openBench`. */
  recordAnswer: Json = null
  /** Accounts and budgets, as `readModels` gives them beside the settings. */
  modelAccounts: Json[] = []
  modelBudgets: Json[] = []
  async record<Result>(_work?: RecordWork<Result>, named?: NamedCall): Promise<Journaled<Result>> {
    // What a test wrote down as the answer has the shape that the work would give.
    return JSON.parse(JSON.stringify(this.#answerOf(named)))
  }
  #answerOf(named: NamedCall | undefined): Json {
    if (named?.name.endsWith(" MODELS")) {
      const settings = [...this.settingValues].map(([name, value]) => ({
        ...{ name, value, isSecret: false },
      }))
      return { settings, accounts: this.modelAccounts, budgets: this.modelBudgets }
    }
    if (named !== undefined && Object.hasOwn(this.recordAnswers, named.name))
      return this.recordAnswers[named.name] ?? null
    return this.recordAnswer
  }
  /** Answers of works that have a name of their own in the journal. */
  readonly recordAnswers: Record<string, Json> = { "ANSWER HISTORY": [] }
  async outside<Result>(
    unknown: UnknownOutcome,
    perform: (key: string) => Promise<Result>,
    named?: NamedCall,
  ): Promise<Journaled<Result>> {
    this.unknown.push(unknown)
    const value = await perform("jrn_1")
    this.performed.push(named?.name ?? "")
    return JSON.parse(JSON.stringify(value ?? null))
  }
  readonly asked: KnowledgeQuestion[] = []
  async searchKnowledge(question: KnowledgeQuestion) {
    this.asked.push(question)
    return this.parts.found.answer
  }
  async request(request: HttpRequest) {
    this.requests.push(request)
    return this.reply
  }
}
