import type { Constant } from "./bundle.ts"
import { type OpName, opcodeNumber } from "./opcodes.ts"

/** A place in the code that jumps lead to; it may be bound after the jumps are written. */
export interface Target {
  at: number
  readonly uses: number[]
}

/** Instructions that only jump; code behind them is reached by other jumps alone. */
const leavers: ReadonlySet<OpName> = new Set([
  "JUMP",
  "GOTO",
  "RETURN_VALUE",
  "RETURN_NULL",
  "RETURN",
  "STOP",
])

/** Writes code: instructions, constants without repeats, and jumps whose targets come later. */
export class Emitter {
  readonly code: number[] = []
  readonly constants: Constant[] = []
  private readonly constantPlaces = new Map<Constant, number>()
  /** True when the next instruction can only be reached by a jump. */
  isUnreachable = false

  get at(): number {
    return this.code.length
  }

  emit(name: OpName, ...operands: readonly number[]): void {
    this.code.push(opcodeNumber[name])
    for (const operand of operands) this.code.push(operand)
    this.isUnreachable = leavers.has(name)
  }

  /** Writes an instruction whose last operand is a target. */
  jump(name: OpName, target: Target, ...before: readonly number[]): void {
    this.emit(name, ...before, target.at)
    if (target.at < 0) target.uses.push(this.code.length - 1)
  }

  newTarget(): Target {
    return { at: -1, uses: [] }
  }

  /** Makes the target stand for the next instruction. */
  bind(target: Target): void {
    target.at = this.code.length
    for (const use of target.uses) this.code[use] = target.at
    this.isUnreachable = false
  }

  constant(value: Constant): number {
    const known = this.constantPlaces.get(value)
    if (known !== undefined) return known
    this.constants.push(value)
    this.constantPlaces.set(value, this.constants.length - 1)
    return this.constants.length - 1
  }

  /** Puts a number on the stack in the shortest way. */
  pushNumber(value: number): void {
    if (isSmallInt(value)) this.emit("PUSH_INT", value)
    else this.emit("PUSH_CONST", this.constant(value))
  }

  pushText(value: string): void {
    this.emit("PUSH_CONST", this.constant(value))
  }
}

/** Whole numbers that an instruction carries itself. -0 is not one of them. */
export const isSmallInt = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) <= 0x3fffffff && !Object.is(value, -0)
