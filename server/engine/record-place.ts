import type { RecordPlace } from "#server/records/place.ts"
import type { ActiveRun } from "./conversation-state.ts"
import type { TurnWriter } from "./turn-writer.ts"

/** On whose behalf a run works in the database. */
export function recordPlace(
  { conversation, recorded }: Pick<TurnWriter, "conversation" | "recorded">,
  run: ActiveRun,
): RecordPlace {
  const { orgId, id, contactId } = conversation
  return {
    ...{ orgId, botId: run.botId ?? conversation.botId, conversationId: id, contactId },
    ...{ runId: run.id, nowMs: recorded.nowMs, depth: run.depth ?? 0 },
  }
}
