import type { run } from "#basic"
import type { OrgId } from "#catalog/ids.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import type { StepParts } from "#server/keywords/step-parts.ts"
import { toAccepted } from "./conversation-runner.ts"
import type { EngineStore } from "./engine-store.ts"
import type { Programs } from "./programs.ts"
import type { ConversationRow, EventOutcome, EventRow, JournalRow } from "./store-rows.ts"
import { TurnRunner } from "./turn-runner.ts"
import { type TurnEnd, type TurnStore, TurnWriter } from "./turn-writer.ts"

export interface ReplayParts {
  readonly store: EngineStore
  readonly programs: Programs
  readonly handlers: Handlers
  /** Gives, for each turn, what runs the machine in place of `run`. */
  readonly watchTurn?: (eventId: string) => typeof run
}

/** One turn, run again. */
export interface ReplayedTurn {
  readonly eventId: string
  /** The version the conversation had after it. */
  readonly version: number
  /** `writeState`: the same text that was stored then. */
  readonly state: string
  readonly messages: readonly { readonly sender: string; readonly text: string }[]
}

/**
 * Runs a conversation again from its recorded inputs and its journal, up to the turn that led to
 * `throughVersion`: the same states and the same words, and nothing outside or in the database happens.
 *
 * An answer to a question for a password is not kept: its mask stands for it, so what depends on its words comes out
 * otherwise.
 */
export async function replayConversation(
  { store, programs, handlers, watchTurn }: ReplayParts,
  orgId: OrgId,
  conversationId: string,
  throughVersion: number = Number.POSITIVE_INFINITY,
): Promise<ReplayedTurn[]> {
  const found = await store.findConversation(orgId, conversationId)
  if (!found) return []
  const turns: ReplayedTurn[] = []
  let conversation: ConversationRow | null = null
  let waitedId: string | null = null
  for (const { event, outcome, journal } of await store.listTurns(orgId, conversationId)) {
    if (outcome.version > throughVersion) break
    conversation ??= { ...found, state: null, language: event.payload.language ?? null }
    const writer = new TurnWriter({
      store: writesNothing,
      conversation: { ...conversation, version: outcome.version - 1 },
      event: toAccepted(event),
      recorded: outcome.recorded ?? refuse("what it recorded"),
      resumed: null,
      leaseMs: 0,
      hasOutbox: false,
      ...{ announce: () => {}, onOutbox: () => {} },
    })
    const end: TurnEnd = await new TurnRunner({
      writer,
      rows: journal,
      programs,
      handlers,
      send: () => refuse("the result of a request"),
      sendDelta: () => {},
      parts: noParts,
      clock: () => outcome.endedMs,
      sliceMs: 5,
      isGivenUp: wasGivenUp(outcome),
      onBug: () => {},
      wasSecretTaken: outcome.waiting === null || outcome.waiting.id !== waitedId,
      ...(watchTurn && { runMachine: watchTurn(event.id) }),
    }).run()
    turns.push({
      eventId: event.id,
      version: outcome.version,
      state: end.state,
      messages: writer.messages.map(({ sender, text }) => ({ sender, text })),
    })
    waitedId = outcome.waiting?.id ?? null
    conversation = {
      ...conversation,
      state: end.state,
      language: end.language,
      botVersionId: end.versionId,
    }
  }
  return turns
}

/** A turn with everything that is needed to run it again. */
export interface RecordedTurn {
  readonly event: EventRow
  readonly outcome: EventOutcome
  readonly journal: readonly JournalRow[]
}

function wasGivenUp({ trace }: EventOutcome): boolean {
  return JSON.stringify(trace).includes('"code":"engine.turn_failed"')
}

function refuse(what: string): never {
  throw new Error(`A turn cannot be run again: ${what} was not kept.`)
}

const writesNothing: TurnStore = {
  write: () => refuse("a journal row"),
  writeData: () => refuse("a journal row"),
  writeResult: () => refuse("a journal row"),
  commit: () => refuse("its end"),
  renew: () => refuse("its claim"),
  abandon: () => refuse("its claim"),
}

/** A replay reads every result from the journal: a handler that reaches for a port has no row to read. */
const noParts = new Proxy({} as StepParts, {
  get: (_target, name) => refuse(`a row for the port ${String(name)}`),
})
