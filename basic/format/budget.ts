import type { Env } from "../vm/env.ts"

/** What work on long values needs of its surroundings: a meter, and a way to refuse. */
export type Budget = Pick<Env, "spend" | "needText" | "needCells" | "fail">

/** Values nested deeper than this are neither printed nor read: recursion must end before the host's stack does. */
export const maxNesting = 100

/**
 * Counts what is being made and asks for it each time the amount has doubled, so that asking stays
 * cheap and nothing grows beyond twice the limit.
 */
export class Growth {
  private made = 0
  private nextCheck = 1024
  private readonly need: (total: number) => void
  constructor(need: (total: number) => void) {
    this.need = need
  }
  add(amount: number): void {
    this.made += amount
    if (this.made < this.nextCheck) return
    this.need(this.made)
    while (this.nextCheck <= this.made) this.nextCheck *= 2
  }
}

/** Texts that a host prints outside of a turn may be this long. Units: UTF-16 code units. */
const maxHostText = 10_000_000

/**
 * For hosts that print values outside of a turn, where no meter runs. Throws RangeError for what is
 * nested too deep or would be too long: a list that holds itself twice doubles at each level.
 */
export const noLimits: Budget = {
  spend: () => {},
  needText: (chars) => {
    if (chars > maxHostText) throw new RangeError("basic.text_limit")
  },
  needCells: () => {},
  fail: (code) => {
    throw new RangeError(code)
  },
}
