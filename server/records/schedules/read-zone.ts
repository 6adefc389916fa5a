import type { ZoneTable } from "#basic/vm/outcome.ts"
import { findZone } from "#catalog/find-zone.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"

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
