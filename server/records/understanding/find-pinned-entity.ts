import type { Json } from "#basic/vm/value.ts"
import type { UnderstandingDefinition } from "#catalog/understanding/definition.ts"
import type { RecordWork } from "../place.ts"

/** An entity of a version by its name, in any case; null when it has none. Reads: version_understanding. */
export function findPinnedEntity(versionId: string, name: string): RecordWork {
  return async (tx, { orgId }) => {
    const [row] = await tx.rows<{ definition: UnderstandingDefinition }>(
      "select definition from version_understanding where org_id = $1 and version_id = $2",
      [orgId, versionId],
    )
    const wanted = name.trim().toLowerCase()
    const found = row?.definition.entities.find((entity) => entity.name.toLowerCase() === wanted)
    return (found ?? null) as unknown as Json
  }
}
