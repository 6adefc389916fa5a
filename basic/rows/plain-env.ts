import { utcZone } from "../dates/zone.ts"
import type { Env } from "../vm/env.ts"
import { LimitReached, Raised } from "../vm/errors.ts"
import type { ZoneTable } from "../vm/outcome.ts"

/** Work on rows outside of a turn's meter may cost this much. Units: as instructions of the machine. */
const mostWork = 200_000_000

/** What functions in filters see where no program runs: a clock, a zone, and a meter that ends endless work. */
export function makePlainEnv(nowMs: number, zone: ZoneTable = utcZone): Env {
  let left = mostWork
  return {
    nowMs,
    zone,
    botId: "",
    sessionId: "",
    language: "",
    random: () => 0,
    spend: (units) => {
      left -= units
      if (left < 0) throw new LimitReached("basic.instruction_limit", mostWork)
    },
    needText: (chars) => {
      if (chars > 10_000_000) throw new LimitReached("basic.text_limit", 10_000_000)
    },
    needCells: () => {},
    fail: (code, facts) => {
      throw new Raised(code, facts)
    },
  }
}
