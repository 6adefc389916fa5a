import type { RecordWork } from "../place.ts"
import { monthOf, type StoredBudget } from "./read-models.ts"

/**
 * Notes that a question was refused because too little of a budget is left; who is told of it is a matter of the
 * database. Writes: model_spend.
 */
export function noteStop(scope: StoredBudget["scope"]): RecordWork {
  return async (tx, { orgId, botId, nowMs }) => {
    if (scope !== "organization" && scope !== "bot") return null
    await tx.rows(
      `insert into model_spend (org_id, scope, subject, period, stopped_at) values ($1, $2, $3, $4::date, now())
       on conflict (org_id, scope, subject, period) do update set stopped_at = excluded.stopped_at
         where model_spend.stopped_at is null`,
      [orgId, scope, scope === "bot" ? botId : orgId, monthOf(nowMs)],
    )
    return null
  }
}
