import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { SearchedBase } from "../store/candidates.ts"
import { listStems } from "../store/said.ts"
import { type WordIndex, WordIndexBuilder } from "./word-index.ts"

/**
 * Keeps the words of large bases that are asked often in memory: which passages have a word costs the database some
 * milliseconds, and an index in memory nearly nothing. It is read while searches go on, serves the bases as they
 * were then, and goes when it has not been asked for longest.
 */
export interface WordIndexes {
  /** The index of bases as they are; null where the database is to be asked. */
  find(db: Database, orgId: OrgId, bases: readonly SearchedBase[]): WordIndex | null
}

/** Smaller bases the database looks through as fast; larger ones would take too much memory. Units: chunks. */
const size = { least: 2_000, most: 200_000 }
/** Reading an index has to be worth it: so many chunks for each question that was asked since the bases changed. */
const chunksPerQuestion = 1_000
/** Of all indexes together, four bytes each. */
const mostPlaces = 16_000_000
/** Bases whose questions are counted. */
const mostKnown = 200

interface Known {
  asked: number
  index: WordIndex | null
}

export function createWordIndexes(): WordIndexes {
  const known = new Map<string, Known>()
  let isReading = false
  const read = async (db: Database, orgId: OrgId, ids: readonly string[], entry: Known) => {
    isReading = true
    try {
      entry.index = await readIndex(db, orgId, ids)
      shrink(known)
    } catch {
      // The database serves as before; the next questions try again.
      entry.asked = 0
    } finally {
      isReading = false
    }
  }
  return {
    find: (db, orgId, bases) => {
      const chunks = bases.reduce((sum, base) => sum + base.chunks, 0)
      if (chunks < size.least || chunks > size.most) return null
      const key = bases.map(({ id, version }) => `${id} ${version}`).join("\n")
      const entry = known.get(key) ?? { asked: 0, index: null }
      entry.asked++
      // What was asked last is forgotten last.
      known.delete(key)
      known.set(key, entry)
      if (known.size > mostKnown) known.delete(known.keys().next().value ?? "")
      const isWorthIt = entry.asked * chunksPerQuestion >= chunks
      if (entry.index === null && isWorthIt && !isReading)
        void read(
          db,
          orgId,
          bases.map(({ id }) => id),
          entry,
        )
      return entry.index
    },
  }
}

/** Reads the words of all passages of bases, some at a time, so that nobody waits for it. */
export async function readIndex(
  db: Database,
  orgId: OrgId,
  baseIds: readonly string[],
  chunksAtOnce: number = 1_000,
): Promise<WordIndex> {
  const builder = new WordIndexBuilder()
  let last = ""
  while (true) {
    const rows = await listStems(db, orgId, baseIds, last, chunksAtOnce)
    for (const { id, stems } of rows) builder.add({ id, stems: stems.split(" ") })
    const end = rows.at(-1)
    if (end === undefined || rows.length < chunksAtOnce) return builder.finish()
    last = end.id
  }
}

/** Lets go of the indexes that were not asked for longest, until the rest fits. */
function shrink(known: Map<string, Known>) {
  let places = [...known.values()].reduce((sum, { index }) => sum + (index?.size ?? 0), 0)
  for (const [key, { index }] of known) {
    if (places <= mostPlaces) return
    if (index === null) continue
    places -= index.size
    known.delete(key)
  }
}
