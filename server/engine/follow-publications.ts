import { type MoveTable, moveState } from "#basic/vm/move-state.ts"
import type { ConversationState } from "./conversation-state.ts"
import { EngineFault } from "./engine-fault.ts"
import type { Program } from "./programs.ts"

/** A publication that running conversations follow. */
export interface VersionMove extends MoveTable {
  readonly botId: string
  readonly versionId: string
  /** Runs of versions with a lower number follow. */
  readonly number: number
  /** "now": before the next thing happens; "next_hear": when the next question is asked. */
  readonly mode: "now" | "next_hear"
}

export interface FollowParts {
  readonly state: ConversationState
  /** The bot the conversation belongs to. */
  readonly botId: string
  readonly moves: readonly VersionMove[] | undefined
  readonly load: (versionId: string) => Promise<Program>
  /** Where in the turn: before anything was decided, or after everything was done. */
  readonly at: "begin" | "end"
}

/**
 * Takes the run that waits at a question into the versions that were published since and said that it
 * should follow. What cannot be moved goes on in its own version: nothing is guessed and nothing is lost.
 *
 * The question that is open stays as it was asked; what it leads to is the new version's. It reads only
 * what the turn recorded, so a rerun does the same.
 */
export async function followPublications(parts: FollowParts): Promise<void> {
  const { state, botId, moves = [], load, at } = parts
  for (const move of moves) {
    const { run, wait } = state
    if (run === null || wait?.kind !== "hear" || (run.botId ?? botId) !== move.botId) return
    if (at === "begin" && move.mode !== "now") continue
    const from = await loadKnown(load, run.versionId)
    if (from === null || from.number >= move.number) continue
    const to = await loadKnown(load, move.versionId)
    if (to === null) continue
    const moved = moveState(from.loaded, to.loaded, run.vm, move)
    if (moved.ok) state.run = { ...run, versionId: move.versionId, vm: moved.state }
  }
}

/** Null for a version that is not there: a run of it is told so elsewhere. */
async function loadKnown(load: FollowParts["load"], versionId: string): Promise<Program | null> {
  try {
    return await load(versionId)
  } catch (error) {
    if (error instanceof EngineFault) return null
    throw error
  }
}
