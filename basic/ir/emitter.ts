import type { Constant } from "./bundle.ts"
import { type OpName, opcodes } from "./opcodes.ts"

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

interface Writing {
  readonly number: number
  readonly isLeaver: boolean
}

/** Looked up for every instruction that is written. */
const writing: ReadonlyMap<OpName, Writing> = new Map(
  opcodes.map(({ name }, number) => [name, { number, isLeaver: leavers.has(name) }]),
)

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

  /** An instruction has as many operands as its opcode says. */
  emit(name: OpName, first?: number, second?: number, third?: number): void {
    const { number, isLeaver } = writing.get(name) as Writing
    const { code } = this
    code.push(number)
    if (first !== undefined) code.push(first)
    if (second !== undefined) code.push(second)
    if (third !== undefined) code.push(third)
    this.isUnreachable = isLeaver
  }

  /** Writes an instruction whose last operand is a target. */
  jump(name: OpName, target: Target, first?: number, second?: number): void {
    this.emit(name, first, second)
    this.code.push(target.at)
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
