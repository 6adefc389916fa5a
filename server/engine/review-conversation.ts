import { readVariables, type run, type VmState } from "#basic"
import { runWatched } from "#basic/debugger/run-watched.ts"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { handlers } from "#server/keywords/index.ts"
import { EngineStore } from "./engine-store.ts"
import type { EventPayload, InboundKind } from "./event.ts"
import { Programs } from "./programs.ts"
import { type RecordedTurn, replayConversation } from "./replay.ts"

/** An effect of a turn, and what it gave. */
export interface ReviewedEffect {
  readonly stepId: string
  readonly keyword: string
  readonly ok?: Json
  readonly failed?: { readonly code: string; readonly message: string }
}

/** A turn as a person looks at it afterwards. */
export interface ReviewedTurn {
  readonly eventId: string
  readonly kind: InboundKind
  /** What began it, as it was kept: answers to questions for a password are not. */
  readonly payload: Pick<EventPayload, "text" | "choice"> & { readonly fileName?: string }
  /** The clock of the turn. Units: ms since 1970 UTC. */
  readonly nowMs: number
  readonly versionId: string
  /** The statements it took, by their ids; of a turn that cannot be run again those that acted. */
  readonly path: readonly string[]
  readonly isPathWhole: boolean
  /** What the variables held after it; null when it cannot be run again. */
  readonly variables: readonly { readonly name: string; readonly value: Json }[] | null
  readonly effects: readonly ReviewedEffect[]
  readonly fault: { readonly code: string; readonly message: string } | null
}

/** So much of a path is kept for a turn. */
const mostSteps = 2_000
const mask = "•••"

/** Looks at the turns of a conversation: run again from the journal, statement by statement. */
export async function reviewConversation(
  db: Database,
  orgId: OrgId,
  conversationId: string,
): Promise<ReviewedTurn[]> {
  const store = new EngineStore(db)
  const recorded = await store.listTurns(orgId, conversationId)
  const seen = new Map<string, Watched>()
  const watchTurn = (eventId: string) => {
    const watched: Watched = { path: [], state: null }
    seen.set(eventId, watched)
    return watch(watched)
  }
  const parts = { store, programs: new Programs(store), handlers, watchTurn }
  // What cannot be run again (a journal that was cleared, a version that is gone) is shown by its trace.
  const again = await replayConversation(parts, orgId, conversationId).catch(() => [])
  const isWhole = again.length === recorded.length
  return recorded.map((turn) => reviewTurn(turn, isWhole ? seen.get(turn.event.id) : undefined))
}

interface Watched {
  readonly path: string[]
  state: VmState | null
}

const watch =
  (watched: Watched): typeof run =>
  (program, state) => {
    watched.state = state
    return runWatched(program, state, (id) => {
      if (id !== watched.path.at(-1) && watched.path.length < mostSteps) watched.path.push(id)
    })
  }

interface Trace {
  readonly versionId?: string
  readonly steps?: readonly (readonly [string, string, number])[]
  readonly fault?: { readonly code?: string; readonly message?: string } | null
}

function reviewTurn(turn: RecordedTurn, watched: Watched | undefined): ReviewedTurn {
  const { event, outcome } = turn
  const { text, choice, file } = event.payload
  const trace = (outcome.trace ?? {}) as Trace
  const state = watched?.state ?? null
  return {
    eventId: event.id,
    kind: event.kind,
    payload: {
      ...(text !== undefined && { text }),
      ...(choice !== undefined && { choice }),
      ...(file !== undefined && { fileName: file.shown.name }),
    },
    nowMs: outcome.recorded?.nowMs ?? outcome.endedMs,
    versionId: trace.versionId ?? outcome.recorded?.versionId ?? "",
    path: watched?.path ?? (trace.steps ?? []).map(([stepId]) => stepId),
    isPathWhole: watched !== undefined,
    variables: state && hideSettings(state, outcome.recorded?.params ?? {}),
    effects: turn.journal.map(readEffect),
    fault: trace.fault
      ? { code: trace.fault.code ?? "", message: trace.fault.message ?? "" }
      : null,
  }
}

/** Settings may be secrets; which of them are is not kept with the turn. */
function hideSettings(state: VmState, params: Readonly<Record<string, Json>>) {
  const { bundle } = state.program
  const hidden = new Set([
    ...Object.keys(params).map((name) => name.toLowerCase()),
    ...state.ambient.map(({ slot }) => (bundle.variables[slot] ?? "").toLowerCase()),
  ])
  return readVariables(state).map(({ name, value }) => ({
    name,
    value: hidden.has(name.toLowerCase()) ? mask : value,
  }))
}

function readEffect({ step_id, name, result }: RecordedTurn["journal"][number]): ReviewedEffect {
  const place = { stepId: step_id ?? "", keyword: name }
  if (typeof result !== "string") return place
  const kept = JSON.parse(result) as Pick<ReviewedEffect, "ok" | "failed">
  return { ...place, ...kept }
}
