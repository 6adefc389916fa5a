import type { RecordWork } from "../place.ts"

/** Tells whether the program of a version has a script of this name. Reads: versions, bundles. */
export function hasScript(versionId: string, script: string): RecordWork {
  return async (tx, { orgId, botId }) => {
    const [row] = await tx.rows(
      `select 1 from versions v join bundles b on b.org_id = v.org_id and b.hash = v.bundle_hash
       where v.org_id = $1 and v.id = $2 and v.bot_id = $3
         and b.program::jsonb @> jsonb_build_object('functions',
           jsonb_build_array(jsonb_build_object('script', jsonb_build_object('name', $4::text))))`,
      [orgId, versionId, botId, script],
    )
    return row !== undefined
  }
}
