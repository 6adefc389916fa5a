import { randomUUID } from "node:crypto"
import { wordsOf } from "#basic/diagnostics/report.ts"
import { tableLimits } from "#basic/rows/limits.ts"
import { makePlainEnv } from "#basic/rows/plain-env.ts"
import { TableProblem } from "#basic/rows/problem.ts"
import type { TableContext, TableWork } from "#basic/rows/store.ts"
import { LimitReached, Raised } from "#basic/vm/errors.ts"
import type { BotId, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { driveTables } from "#server/records/tables/drive-tables.ts"

/** For whom the dashboard works: members of the organization see and change every column. */
export interface PeoplePlace {
  readonly orgId: OrgId
  readonly botId: BotId
  readonly now: Date
}

/**
 * Does work on the tables of a bot for somebody at the dashboard.
 *
 * Throws: AppError "table.row_refused" with the sentence of what does not fit.
 */
export async function runForPeople<T>(
  tx: OrgTx,
  { orgId, botId, now }: PeoplePlace,
  begin: (context: TableContext) => TableWork<T>,
): Promise<T> {
  const nowMs = now.getTime()
  const context: TableContext = {
    env: makePlainEnv(nowMs),
    roles: null,
    maxRows: tableLimits.resultRows,
    makeId: randomUUID,
    log: () => {},
    session: { read: () => null, write: () => {} },
  }
  const place = { orgId, botId, conversationId: "", contactId: null, nowMs }
  try {
    const work = begin(context)
    return await driveTables(work, work.next(), tx, place, context.env)
  } catch (error) {
    if (error instanceof TableProblem || error instanceof Raised)
      throw new AppError("table.row_refused", { reason: wordsOf(error.code, error.facts).message })
    if (error instanceof LimitReached)
      throw new AppError("table.row_refused", {
        reason: wordsOf(error.code, { limit: error.limit }).message,
      })
    throw error
  }
}
