import type { HearWait } from "#basic"
import { type Assistant, emptyAssistant, isUntouched } from "#basic/assistant/assistant.ts"
import type { Json } from "#basic/vm/value.ts"
import type { Choice, Waiting } from "#catalog/messages.ts"
import type { ReplyTo } from "#server/records/delegation/reply-to.ts"

/**
 * Everything a conversation carries from one turn to the next, besides the columns of its row. Stored as
 * JSON text with each commit; a turn works on its own copy, so a turn that is discarded leaves no mark.
 */
export interface ConversationState {
  run: ActiveRun | null
  wait: Wait | null
  /** What came while nothing was asked, oldest first: answers for the next HEAR of this run. */
  queue: QueuedInput[]
  /** Runs that wait under the current one, the lowest first. */
  below: SetAside[]
  session: Map<string, Json>
  context: Map<string, string>
  systemPrompt: string | null
  language: string | null
  suggestions: Choice[]
  /** What the models of this conversation have at hand. */
  assistant: Assistant
  /** The bot it was handed over to, which answers from then on; null for the bot it belongs to. */
  actor: string | null
}

/** A run that waits while another lies on top of it. */
export interface SetAside {
  readonly run: ActiveRun
  readonly wait: Wait
  readonly queue: QueuedInput[]
}

export interface ActiveRun {
  readonly id: string
  /** The version this run began with, and ends with. */
  readonly versionId: string
  /** The bot whose program it is; left out for the one the conversation belongs to. */
  readonly botId?: string
  /** The frozen VM. */
  vm: Json
  headers: Map<string, string>
  /** ON SILENCE has fired since the last thing the person said. */
  silenceSpent: boolean
  /** How many runs that started each other stand behind it; left out for a person's. */
  readonly depth?: number
  /** Of a tool: what it has said, its value when it RETURNs nothing. */
  readonly spoken?: string[]
  /** Who waits for what it says; left out when nobody does. */
  readonly replyTo?: ReplyTo
}

/** What a run waits for. Its id names it to buttons and timers. */
export interface Wait {
  readonly id: string
  readonly kind: "hear" | "time" | "event" | "reply"
  /** Units: ms since 1970 UTC. */
  readonly sinceMs: number
  /** When it ends by itself, and what that means. */
  readonly deadline: Deadline | null
  /** How many replies end it, where it is not one, and those that have come. */
  readonly expected?: number
  readonly gathered?: readonly Json[]
  /** What it waited for has come while another run lay on top: the wait ends when that run does. */
  readonly arrived?: { readonly value: Json }
  /** The question; null in a pause. */
  hear: HearWait | null
  /** What was said before a question without words of its own: said again when it is asked again. */
  readonly asked?: string
  /** What clients are told. */
  readonly shown: Waiting
}
export interface Deadline {
  readonly timerId: string
  readonly dueMs: number
  readonly ends: "pause" | "time-out" | "silence" | "arrived"
  /** It came while the bot was silent: what it means happens when the bot goes on. */
  readonly isSpent?: true
}

export interface QueuedInput {
  readonly text?: string
  readonly choice?: string
  /** The value of an upload. */
  readonly file?: Json
}

export function emptyState(): ConversationState {
  return {
    run: null,
    wait: null,
    queue: [],
    below: [],
    session: new Map(),
    context: new Map(),
    systemPrompt: null,
    language: null,
    suggestions: [],
    assistant: emptyAssistant(),
    actor: null,
  }
}

/** Maps become lists of pairs: a key such as `__proto__` stays a key. What is empty is left out. */
export function writeState(state: ConversationState): string {
  const { run, wait, queue, session, context, systemPrompt, language, suggestions } = state
  const { assistant } = state
  return JSON.stringify({
    format: 1,
    ...(run !== null && { run: writeRun(run) }),
    ...(wait !== null && { wait }),
    ...(queue.length > 0 && { queue }),
    ...(state.below.length > 0 && {
      below: state.below.map((each) => ({ ...each, run: writeRun(each.run) })),
    }),
    ...(session.size > 0 && { session: pairs(session) }),
    ...(context.size > 0 && { context: pairs(context) }),
    ...(systemPrompt !== null && { systemPrompt }),
    ...(language !== null && { language }),
    ...(suggestions.length > 0 && { suggestions }),
    ...(!isUntouched(assistant) && { assistant }),
    ...(state.actor !== null && { actor: state.actor }),
  })
}

/** Throws when the text was not written by `writeState`. */
export function readState(text: string | null): ConversationState {
  if (text === null) return emptyState()
  const stored = JSON.parse(text) as StoredState
  if (stored.format !== 1)
    throw new Error(
      `The state of a conversation has format ${stored.format}; this program reads 1.`,
    )
  return {
    run: stored.run ? readRun(stored.run) : null,
    wait: stored.wait ?? null,
    queue: stored.queue ?? [],
    below: (stored.below ?? []).map((each) => ({ ...each, run: readRun(each.run) })),
    session: new Map(stored.session),
    context: new Map(stored.context),
    systemPrompt: stored.systemPrompt ?? null,
    language: stored.language ?? null,
    suggestions: stored.suggestions ?? [],
    assistant: { ...emptyAssistant(), ...stored.assistant },
    actor: stored.actor ?? null,
  }
}

/** The bot a stored conversation was handed over to; null for the one it belongs to. */
export function readActor(text: string | null): string | null {
  // Few conversations have one: the others are not read a second time.
  return text?.includes('"actor":') ? readState(text).actor : null
}

/** Everything the conversation waits for an event for, also under the current run. */
export function listAwaited({ wait, below }: ConversationState): Wait[] {
  const waits = wait === null ? [] : [wait]
  for (const under of below) waits.push(under.wait)
  return waits.filter(({ kind, arrived }) => kind === "event" && arrived === undefined)
}

/** What `writeState` wrote: our own text, read back from our own column. */
interface StoredState {
  readonly format: number
  readonly run?: StoredRun
  readonly below?: readonly (Omit<SetAside, "run"> & { readonly run: StoredRun })[]
  readonly wait?: Wait
  readonly queue?: QueuedInput[]
  readonly session?: [string, Json][]
  readonly context?: [string, string][]
  readonly systemPrompt?: string
  readonly language?: string
  readonly suggestions?: Choice[]
  readonly assistant?: Partial<Assistant>
  readonly actor?: string
}

type StoredRun = Omit<ActiveRun, "headers"> & { readonly headers: [string, string][] }

const writeRun = (run: ActiveRun): StoredRun => ({ ...run, headers: pairs(run.headers) })
const readRun = (run: StoredRun): ActiveRun => ({ ...run, headers: new Map(run.headers) })

function pairs<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map]
}
