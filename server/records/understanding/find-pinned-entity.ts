import type { EntityDefinition } from "#basic/understanding/entity.ts"
import type { RecordWork } from "../place.ts"
import { readPinned } from "./read-definition.ts"

/** An entity of a version by its name, in any case; null when it has none. Reads: version_understanding. */
export function findPinnedEntity(
  versionId: string,
  name: string,
): RecordWork<EntityDefinition | null> {
  return async (tx, { orgId }) => {
    const { entities } = await readPinned(tx, orgId, versionId)
    const wanted = name.trim().toLowerCase()
    const found = entities.find((entity) => entity.name.toLowerCase() === wanted)
    return found ?? null
  }
}
