import { emptyAssistant } from "#basic/assistant/assistant.ts"
import { utcZone } from "#basic/dates/zone.ts"
import type { KnowledgeQuestion } from "#server/knowledge/port.ts"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import type { MessageFile } from "#catalog/messages.ts"
import type { HttpReply, HttpRequest, Step, Suspension, UnknownOutcome } from "../step.ts"
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
  say(text: string) {
    this.said.push(text)
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
  async record(): Promise<Json> {
    return this.recordAnswer
  }
  outside(unknown: UnknownOutcome, perform: (key: string) => Promise<Json>) {
    this.unknown.push(unknown)
    return perform("jrn_1")
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
