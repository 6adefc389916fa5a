import { openChance } from "./chance.ts"
import type { Env } from "./env.ts"
import { LimitReached, Raised } from "./errors.ts"
import type { TurnContext, TurnLimits, ZoneTable } from "./outcome.ts"

/** Instructions charged for each living cell when they are counted. A program that lives at the limit can afford few counts. */
const recountCost = 4

/**
 * Counts what a turn uses, and is the world that built-in functions see.
 *
 * `fuel` is the rest of the present chunk, `reserve` what remains after it. So one comparison a step is
 * enough, and the sum is exact at every call.
 *
 * Cells are counted when they are made and never given back. When the count reaches the limit, the
 * living ones are counted (`countLiving`) and the count goes on from there: cheap for programs that
 * make little, and fair to those that make and drop much.
 */
export class Meter implements Env {
  readonly nowMs: number
  readonly zone: ZoneTable
  readonly botId: string
  readonly sessionId: string
  readonly limits: TurnLimits
  /** The next number of the turn's sequence. */
  readonly random: () => number
  plainText = ""
  fuel = 0
  reserve: number
  /** Cells that the step at hand has made: they may still be in none of the places that are counted. */
  madeInStep = 0
  private cells: number
  private readonly countLiving: () => number
  private readonly turn: TurnContext

  constructor(turn: TurnContext, limits: TurnLimits, countLiving: () => number) {
    this.turn = turn
    this.nowMs = turn.nowMs
    this.zone = turn.zone
    this.botId = turn.botId ?? ""
    this.sessionId = turn.sessionId ?? ""
    this.limits = limits
    this.reserve = limits.instructions
    this.random = openChance(turn.seed)
    this.countLiving = countLiving
    this.cells = countLiving()
  }

  get language(): string {
    return this.turn.language?.() ?? ""
  }

  /** Moves at most `size` from the reserve into the chunk. Throws when the turn's instructions are used up. */
  refill(size: number): void {
    const left = this.reserve + this.fuel
    if (left < 0) throw new LimitReached("basic.instruction_limit", this.limits.instructions)
    this.fuel = Math.min(left, size)
    this.reserve = left - this.fuel
  }

  /** Instructions the turn has used so far. */
  get spent(): number {
    return this.limits.instructions - this.reserve - this.fuel
  }

  spend(units: number): void {
    this.fuel -= units
    if (this.fuel + this.reserve < 0)
      throw new LimitReached("basic.instruction_limit", this.limits.instructions)
  }

  needText(chars: number): void {
    if (chars > this.limits.textChars)
      throw new LimitReached("basic.text_limit", this.limits.textChars)
  }

  needCells(count: number): void {
    const limit = this.limits.cells
    if (count > limit) throw new LimitReached("basic.cell_limit", limit)
    this.cells += count
    this.madeInStep += count
    if (this.cells <= limit) return
    const living = this.countLiving()
    this.spend(living * recountCost)
    this.cells = living + this.madeInStep
    if (this.cells > limit) throw new LimitReached("basic.cell_limit", limit)
  }

  /** Counts cells that came from outside and are there already; the next that are made meet the limit. */
  noteCells(count: number): void {
    this.cells += count
  }

  fail(code: `basic.${string}`, facts: Readonly<Record<string, string | number>> = {}): never {
    throw new Raised(code, facts)
  }
}
