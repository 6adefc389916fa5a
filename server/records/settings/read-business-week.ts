import { type BusinessWeek, readBusinessWeek as readWeek } from "#basic"
import type { ZoneTable } from "#basic/vm/outcome.ts"
import { findZone } from "#catalog/find-zone.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"

/** The setting that says when people answer. */
export const businessHoursSetting = "business-hours"

/** When the people of a bot are there, by its setting and its clock; null where it says nothing of it. */
export async function readBusinessWeek(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
): Promise<{ week: BusinessWeek; zone: ZoneTable } | null> {
  const [row] = await tx.rows<{ hours: string; zone: string }>(
    `select s.value as hours, b.time_zone as zone from bot_settings s
     join bots b on b.org_id = s.org_id and b.id = s.bot_id
     where s.org_id = $1 and s.bot_id = $2 and s.name = $3 and not s.is_secret`,
    [orgId, botId, businessHoursSetting],
  )
  const week = row === undefined ? null : readWeek(row.hours)
  const zone = row === undefined ? null : findZone(row.zone)
  return week === null || zone === null ? null : { week, zone }
}
