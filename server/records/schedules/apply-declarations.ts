import { createHash } from "node:crypto"
import { type Json, nextTime, normalizeScriptName, parseSchedule } from "#basic"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { BotDeclarations, Publication } from "../publication.ts"
import { storableJson } from "../storable.ts"
import { findDue } from "./find-due.ts"
import { readWeekOf, readZone } from "./read-zone.ts"

type Declared = BotDeclarations["schedules"][number]

/**
 * Makes the schedules that a version declares: one that was declared in the same words before keeps its
 * next time and its pause, others begin now, and those no script declares any more are gone.
 *
 * Writes: `schedules`. Throws: AppError "schedule.refused".
 */
export async function applySchedules(tx: OrgTx, publication: Publication): Promise<void> {
  const { orgId, botId, declarations } = publication
  const zone = declarations.schedules.length === 0 ? null : await readZone(tx, publication)
  const names: string[] = []
  for (const declared of declarations.schedules) {
    if (zone === null) break
    const name = nameOf(declared, names)
    names.push(name)
    const week = await readWeekOf(tx, publication, [declared.when])
    const due = new Date(findDue(declared.when, publication.at.getTime(), zone, week))
    await keepSchedule(tx, publication, declared, name, due)
  }
  await tx.rows(
    `delete from schedules where org_id = $1 and bot_id = $2 and origin = 'declared'
     and not name = any($3::text[])`,
    [orgId, botId, names],
  )
  await resumeStopped(tx, publication)
}

/** What was set while the bot ran goes on when it is published again after it was taken back. */
async function resumeStopped(tx: OrgTx, publication: Publication) {
  const { orgId, botId, at } = publication
  const stopped = await tx.rows<{ id: string; whenText: string }>(
    `select id, when_text as "whenText" from schedules
     where org_id = $1 and bot_id = $2 and origin = 'set' and due is null and not is_paused`,
    [orgId, botId],
  )
  if (stopped.length === 0) return
  const zone = await readZone(tx, publication)
  const week = await readWeekOf(
    tx,
    publication,
    stopped.map(({ whenText }) => whenText),
  )
  for (const { id, whenText } of stopped) {
    const parsed = parseSchedule(whenText, week)
    const due = parsed.ok ? nextTime(parsed.schedule, at.getTime(), zone) : at.getTime()
    await tx.rows("update schedules set due = $3 where org_id = $1 and id = $2", [
      orgId,
      id,
      due === null ? null : new Date(due),
    ])
  }
}

async function keepSchedule(
  tx: OrgTx,
  { orgId, botId, at }: Publication,
  declared: Declared,
  name: string,
  due: Date,
) {
  const script = normalizeScriptName(declared.script ?? declared.inScript)
  await tx.rows(
    `insert into schedules (org_id, id, bot_id, origin, name, when_text, script, inputs, due, created_at)
     values ($1, $2, $3, 'declared', $4, $5, $6, $7::text::jsonb, $8, $9)
     on conflict (bot_id, origin, name) do update set script = excluded.script, inputs = excluded.inputs,
       when_text = excluded.when_text, due = case
         when schedules.is_paused then null
         when schedules.when_text = excluded.when_text then coalesce(schedules.due, excluded.due)
         else excluded.due end`,
    [
      orgId,
      newId("sch", at.getTime()),
      botId,
      name,
      declared.when,
      script,
      storableJson(inputsOf(declared)),
      due,
      at,
    ],
  )
}

/** The same words in the same script are the same schedule; written twice, the second is another. */
function nameOf(declared: Declared, taken: readonly string[]): string {
  const { inScript, script, when, argument, conditionName, conditionValue } = declared
  const words = JSON.stringify(
    declared.name === null
      ? [inScript, script, when, argument, conditionName, conditionValue]
      : [inScript, declared.name],
  )
  for (let count = 0; ; count++) {
    const name = createHash("sha256").update(`${count}\n${words}`).digest("hex")
    if (!taken.includes(name)) return name
  }
}

/** The argument stands in `argument`, and in the variable the IF around it tests. */
function inputsOf({ argument, conditionName, conditionValue }: Declared): Record<string, Json> {
  const given = argument ?? conditionValue
  if (given === null) return {}
  return { ...(conditionName !== null && { [conditionName]: conditionValue }), argument: given }
}
