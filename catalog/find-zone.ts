import type { ZoneTable } from "#basic/vm/outcome.ts"

/** Clocks are known for these years. Units: ms since 1970 UTC. */
const firstMs = Date.UTC(1990, 0, 1)
const lastMs = Date.UTC(2060, 0, 1)
/** No zone changes its clock twice within so many days and back again unseen. */
const stepMs = 10 * 86_400_000

const known = new Map<string, ZoneTable | null>()

/** The wall clock in figures: far quicker to make than the name of an offset. */
const fields = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
} as const

/** Reads "5/1/2030, 09:30" as if it were UTC. */
const readClock = (shown: string): number => {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0] = shown.split(/\D+/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** Makes what gives the minutes east of UTC at an instant; null for a zone nobody knows. */
const makeReader = (name: string): ((atMs: number) => number) | null => {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, ...fields })
    return (atMs) => (readClock(format.format(atMs)) - atMs) / 60_000
  } catch {
    return null
  }
}

/** Finds the minute at which the clock changes between two instants. */
const findChange = (offsetAt: (atMs: number) => number, from: number, to: number): number => {
  let [low, high] = [from / 60_000, to / 60_000]
  const before = offsetAt(from)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * 60_000) === before) low = middle
    else high = middle
  }
  return high * 60_000
}

const makeTable = (name: string): ZoneTable | null => {
  const offsetAt = makeReader(name)
  if (offsetAt === null) return null
  const untils: number[] = []
  const offsets = [offsetAt(firstMs)]
  for (let at = firstMs; at < lastMs; at += stepMs) {
    const next = offsetAt(at + stepMs)
    if (next === offsets.at(-1)) continue
    untils.push(findChange(offsetAt, at, at + stepMs))
    offsets.push(next)
  }
  return { name, untils, offsets }
}

/** Gives a time zone by its IANA name ("America/Sao_Paulo"); null for a name nobody knows. */
export const findZone = (name: string): ZoneTable | null => {
  const wanted = name.trim()
  const found = known.get(wanted)
  if (found !== undefined) return found
  const made = makeTable(wanted)
  known.set(wanted, made)
  return made
}
