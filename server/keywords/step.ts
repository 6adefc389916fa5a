import type { Assistant } from "#basic/assistant/assistant.ts"
import type { OperandValue, ZoneTable } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import type { FileKind, MessageFile, MessageSource } from "#catalog/messages.ts"
import type { FoundPassages, KnowledgeQuestion } from "#server/knowledge/port.ts"
import type { Journaled } from "#server/records/journaled.ts"
import type { RecordWork } from "#server/records/place.ts"
import type { Understood } from "#server/understanding/port.ts"
import type { StepParts } from "./step-parts.ts"

/**
 * The world as a handler sees it. Nothing else reaches outside: a handler says, waits, remembers and
 * calls through this port, and the engine sees to it that a rerun after a crash repeats none of it.
 */
export interface Step {
  readonly botId: string
  readonly conversationId: string
  /** Null for a visitor without an identity, and for an automation. */
  readonly contactId: string | null
  /** The turn's one clock reading. Units: ms since 1970 UTC. */
  readonly nowMs: number
  /** The wall clock of the bot. */
  readonly zone: ZoneTable
  /** Nobody talks in it: a schedule, webhook or event runs on the bot's own behalf. */
  readonly isAutomation: boolean
  /** Another bot asked for this run, on behalf of whoever talks to that one. */
  readonly isDelegated: boolean
  /** The next number of the turn's recorded sequence, 0 <= n < 1. */
  random(): number

  /** Says one message. It is collected, and delivered with the next outside effect or the commit. */
  say(text: string, sources?: readonly MessageSource[]): void
  /** Remembers what a text rests on: a message of exactly these words carries it. */
  cite(text: string, sources: readonly MessageSource[]): void
  /** Begins to show live clients the next message while it is written; begun again, it starts from nothing. */
  draft(): (part: string) => void
  /** Measures a part of the step for the turn's trace. */
  stage<T>(name: string, work: (note: (facts: StageFacts) => void) => Promise<T> | T): Promise<T>
  /** Shows a file that belongs to this conversation; `caption` may be empty. */
  sendFile(kind: FileKind, file: MessageFile, caption: string): void
  /** Adds a button that stays under the conversation until `clearSuggestions`. */
  suggest(label: string, value: string): void
  clearSuggestions(): void
  /** Writes a line of the developer's log, kept with the turn's trace. */
  log(text: string): void

  /** Ends the run until a person answers. */
  hear(operands: Readonly<Record<string, OperandValue>>): Suspension
  /** Ends the run until the time has passed; null when there is nothing to wait for. Units: seconds. */
  wait(seconds: number): Suspension | null

  /**
   * Ends the run until an event of this name is published on the bot's bus; its data is the value.
   * When the time is up first, the value is null. Units: seconds; null for no limit.
   */
  waitForEvent(event: string, timeoutSeconds: number | null): Suspension
  /** The id of the wait a handler would begin next, so that it can be told to whoever shall end it. */
  readonly nextWaitId: string
  /**
   * Ends the run until `count` other bots have replied to `nextWaitId`. Its value is the reply, or an object
   * of replies by branch; one that is late or says that it failed is an error the program may catch.
   * Units: seconds.
   */
  waitForReply(timeoutSeconds: number, count: number): Suspension

  /**
   * Ends the run here, and with it what the bot says: from the next message on the bot `botId` answers this
   * conversation, which an event has to begin; null where a person was asked for.
   */
  handOver(botId: string | null): Suspension

  /** The script that runs; null in a bot of one script. */
  readonly script: string | null
  /** The version this run began with. */
  readonly versionId: string
  /** What a webhook is answered with. */
  setResponseStatus(status: number): void
  setResponseHeader(name: string, value: string): void
  /** Reads a value of the bot's settings (config.csv), secrets too; null when there is none. A data effect. */
  setting(name: string): Promise<string | null>
  /** Reads several at once; those there are none of are left out. One data effect. */
  settings(names: readonly string[]): Promise<ReadonlyMap<string, string>>

  /** Values of this conversation; stored with it at the commit. */
  readSession(key: string): Json
  writeSession(key: string, value: Json): void
  /** What the models of this conversation are told. */
  setContext(name: string, text: string): void
  readonly context: ReadonlyMap<string, string>
  /** Null when none was set. */
  readonly systemPrompt: string | null
  setSystemPrompt(text: string): void
  setLanguage(language: string): void
  /** A tag such as "pt-BR"; null when nothing is known of it. */
  readonly language: string | null
  /** What the assistant of this conversation works with. Changes are stored with the commit. */
  readonly assistant: Assistant
  /** Headers of later requests of this run; an empty value removes one. */
  setHeader(name: string, value: string): void
  clearHeaders(): void
  readonly headers: ReadonlyMap<string, string>

  /** Reads what is remembered; null when nothing is, or it has expired. A data effect. */
  readMemory(scope: MemoryScope, key: string): Promise<Json>
  /** Remembers a value; null forgets it. A data effect. */
  writeMemory(scope: MemoryScope, key: string, value: Json, lifetimeMs?: number): Promise<void>

  /** Works in the database, exactly once: in the transaction of its journal row. A data effect. */
  record<Result>(work: RecordWork<Result>, named?: NamedCall): Promise<Journaled<Result>>
  /** Names of the data and outside effects this turn has done so far: what it may say it has done. */
  readonly performed: readonly string[]
  /** Runs a script of this version inside the step; its own effects stand in the journal. */
  runScript(call: ScriptCall): Promise<Json>
  /**
   * Reads from memory that another process may not have; a rerun gets the same. Null, unread, once the turn
   * has acted: from then on only the database will do.
   */
  recall(read: () => Json): Json

  /** The ports for `outside`. */
  readonly parts: StepParts
  /**
   * Does something outside, once: the intent is stored before `perform` runs and its result after.
   * `key` is the same in every rerun. Throws `EffectFailed` when `perform` does, or when `unknown`
   * says that a lost outcome is an error.
   */
  outside<Result>(
    unknown: UnknownOutcome,
    perform: (key: string) => Promise<Result>,
    named?: NamedCall,
  ): Promise<Journaled<Result>>
  /** Looks in the knowledge bases of the bot. An outside effect: a rerun gets what was found the first time. */
  searchKnowledge(question: KnowledgeQuestion): Promise<FoundPassages>
  /** Says what a text means to this version. An outside effect: a rerun gets what was understood the first time. */
  understand(text: string): Promise<Understood>
  /** Sends one request through the guard. Only to be called inside `outside`. */
  request(request: HttpRequest): Promise<HttpReply>
}

/** What one of several effects of a step is called in the journal, and what it depends on. */
export interface NamedCall {
  readonly name: string
  readonly arguments: Json
}

/** A script of the version that runs, called with arguments. */
export interface ScriptCall {
  readonly script: string
  /** One of several tools of the script; null for the whole script. */
  readonly entry: string | null
  readonly inputs: Readonly<Record<string, Json>>
}

/** What stands beside a part of a step in the trace. */
export type StageFacts = Readonly<Record<string, Json>>

export type MemoryScope = "bot" | "user"

/**
 * What is done about an outside effect whose outcome a crash has swallowed:
 *
 * - "same key": tried again with the same key; right where the receiver honours keys or repeating is harmless
 * - "maybe twice": tried again; the receiver may see it twice
 * - "maybe never": not tried again, its value is null; the receiver may never have seen it
 * - "error": a catchable error that says the outcome is unknown
 */
export type UnknownOutcome = "same key" | "maybe twice" | "maybe never" | "error"

/** Handlers return it to say that nothing more happens until something comes in. */
export interface Suspension {
  readonly suspended: true
}

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | null
}
export interface HttpReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
  /** Names in lower case. */
  readonly headers?: ReadonlyMap<string, string>
  /** The address that answered, after redirects. */
  readonly url?: string
}

/** An effect that did not work: the program may catch it. The message is told to the developer, never to the person. */
export class EffectFailed extends Error {
  override readonly name = "EffectFailed"
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
