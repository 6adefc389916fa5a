import type { ZoneTable } from "./outcome.ts"

/** What a pure function may know of the world: the turn's clock and chance, and ways to pay and to refuse. */
export interface Env {
  /** The turn's one clock reading. Units: ms since 1970 UTC. */
  readonly nowMs: number
  readonly zone: ZoneTable
  readonly botId: string
  readonly sessionId: string
  /** The language tag of the conversation; "" when it has none. */
  readonly language: string
  /**
   * The text that was counted last, when each of its code units is a character, or that text with more such joined to
   * it: what grows piece by piece need not be read through each time its length is asked.
   */
  plainText?: string
  /** The next number of the turn's sequence, 0 <= n < 1. */
  random(): number
  /**
   * Charges for work in proportion to the length of what is touched; throws the limit's fault.
   * Units: instructions; one for each element or eight characters is right. What a function returns
   * is charged by the caller.
   */
  spend(units: number): void
  /** Checks a text that is about to be made; throws the limit's fault. Units: UTF-16 code units. */
  needText(chars: number): void
  /** Checks cells that are about to be made; throws the limit's fault. */
  needCells(count: number): void
  /** Raises a catchable error. `facts` fill the sentence of the code in `basic/diagnostics`. */
  fail(code: `basic.${string}`, facts?: Readonly<Record<string, string | number>>): never
}
