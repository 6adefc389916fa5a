import type { ZoneTable } from "#basic/vm/outcome.ts"

/** The zone of turns whose bot names none. */
export const utcZone: ZoneTable = { name: "UTC", untils: [], offsets: [0] }
