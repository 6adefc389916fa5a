import type { BotId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { SchedulesInput } from "./schema.ts"

/** A schedule as its builders see it. */
export interface ScheduleEntry {
  readonly id: string
  /** "declared" in a script, "set" by a running one, or "later": put off by SCHEDULE IN. */
  readonly origin: "declared" | "set" | "later"
  /** As written; an ISO date for what happens once. */
  readonly when: string
  /** Null: the entry script. */
  readonly script: string | null
  readonly isPaused: boolean
  /** ISO 8601; null when it is paused or stopped. */
  readonly nextAt: string | null
  readonly lastAt: string | null
  /** How the last run went; "waiting" also for one that has not begun. Null before the first. */
  readonly lastOutcome: "done" | "failed" | "waiting" | null
}

/** How many are listed: those that are due soonest. */
const listed = 200

/** Lists a bot's schedules, the soonest first. Throws: AppError "bot.not_found". */
export const listSchedules = defineVerb({
  name: "schedules.list",
  permission: "bots.read",
  input: SchedulesInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<ScheduleEntry[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return readSchedules(tx, orgId, botId)
    }),
})

interface Row extends Omit<ScheduleEntry, "nextAt" | "lastAt" | "lastOutcome"> {
  readonly due: Date | string | null
  readonly lastDue: Date | string | null
  readonly eventState: string | null
  readonly runStatus: string | null
}

export async function readSchedules(
  tx: OrgTx,
  orgId: ServiceContext["orgId"],
  botId: BotId,
): Promise<ScheduleEntry[]> {
  const rows = await tx.rows<Row>(
    `select s.id, s.origin, s.when_text as "when", s.script, s.is_paused as "isPaused", s.due,
       s.last_due as "lastDue", e.state as "eventState",
       (select r.status from runs r where r.org_id = s.org_id and r.conversation_id = e.conversation_id
        order by r.started_at desc limit 1) as "runStatus"
     from schedules s
     left join inbound_events e on e.org_id = s.org_id and e.id = s.last_event_id
     where s.org_id = $1 and s.bot_id = $2
     order by s.due nulls last, s.id limit $3::int`,
    [orgId, botId, listed],
  )
  return rows.map(({ due, lastDue, eventState, runStatus, ...entry }) => ({
    ...entry,
    nextAt: isoOrNull(due),
    lastAt: isoOrNull(lastDue),
    lastOutcome: outcomeOf(lastDue !== null, eventState, runStatus),
  }))
}

function outcomeOf(
  hasRun: boolean,
  eventState: string | null,
  runStatus: string | null,
): ScheduleEntry["lastOutcome"] {
  if (!hasRun) return null
  if (eventState === "pending" || eventState === "running") return "waiting"
  if (runStatus === "faulted" || eventState === "stale") return "failed"
  return runStatus === "waiting" ? "waiting" : "done"
}

const isoOrNull = (moment: Date | string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString()
