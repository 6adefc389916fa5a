import type { BusinessWeek } from "#basic"
import type { ZoneTable } from "#basic/vm/outcome.ts"
import { findZone } from "#catalog/find-zone.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { readBusinessWeek } from "../settings/read-business-week.ts"

const utc: ZoneTable = { name: "UTC", untils: [], offsets: [0] }

/** The clock a bot goes by. Reads: `bots`. */
export async function readZone(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
): Promise<ZoneTable> {
  const [bot] = await tx.rows<{ zone: string }>(
    "select time_zone as zone from bots where org_id = $1 and id = $2",
    [orgId, botId],
  )
  return findZone(bot?.zone ?? "UTC") ?? utc
}

const saysBusiness = /business|office|comercial/i

/** When the people of a bot are there, for schedules that say business hours; null for others. Reads: `bot_settings`. */
export async function readWeekOf(
  tx: OrgTx,
  place: Pick<RecordPlace, "orgId" | "botId">,
  texts: readonly unknown[],
): Promise<BusinessWeek | null> {
  if (!texts.some((text) => typeof text === "string" && saysBusiness.test(text))) return null
  return (await readBusinessWeek(tx, place))?.week ?? null
}
