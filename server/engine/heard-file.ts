import { readHeard } from "#server/keywords/media/read-heard.ts"
import type { Wait } from "./conversation-state.ts"
import type { Decision } from "./decide.ts"
import type { TurnStep } from "./turn-step.ts"

/**
 * Reads a file that answers the open question before the question does: a voice message becomes what was said, a
 * document carries its words. Null when the person was asked to write instead, and the question stays open.
 */
export async function readHeardFile(
  decision: Decision,
  step: TurnStep,
  wait: Wait | null,
): Promise<Decision | null> {
  const file = decision.kind === "answer" ? decision.input.file : undefined
  if (file === undefined || file === null || !wait?.hear) return decision
  step.place = { stepId: null, keyword: "HEAR", readOperands: () => null }
  const input = await readHeard(wait.hear.type, file, step)
  return input === null ? null : { kind: "answer", input }
}
