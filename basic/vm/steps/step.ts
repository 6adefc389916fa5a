import type { LoadedProgram } from "../load.ts"
import type { Meter } from "../meter.ts"
import type { VmState } from "../state.ts"
import type { Value } from "../value.ts"

/**
 * How programs run: closures made from the instructions.
 *
 * The instructions of a statement become one function, the *step*: a tree of closures, one for each
 * operator, that works on plain values and leaves the operand stack alone. A step ends where the flow may
 * go elsewhere (jumps, calls, effects) or where the next statement begins, and gives the index to go on at.
 * What it leaves on the operand stack then lies exactly where the instructions would have put it. So
 * between two steps the state is that of the instructions, and can be frozen, paused and gone on with, while
 * inside a step nothing needs to be: errors throw the step away, and nothing in it waits.
 *
 * Small closures, not one large switch, because the host's compiler makes each of them fast by itself: a
 * program that is the first to use an instruction does not make the whole machine slow again.
 *
 * Steps are made when they are first reached, from any index (`make-step.ts`), and kept with the program.
 */
export type Step = (state: VmState) => number

/** Gives a value, inside a step. */
export type Read = (state: VmState) => Value

/** What a step gives in place of an index when the machine must stop. */
export const stopsForEffect = -1
export const stopsAtEnd = -2

/** A value that instructions before have left: how to get it, and what it is known to be. */
export interface Term {
  readonly read: Read
  readonly source: "global" | "constant" | "other"
  /** Of a global its slot. */
  readonly slot: number
  /** Of a constant the value. */
  readonly value: Value
  /** How deep the tree of closures is. */
  readonly height: number
}

/** What the instructions of a step are made into closures with. */
export interface StepWriter {
  readonly program: LoadedProgram
  /** Index of the instruction at hand, and of the one after it. */
  readonly at: number
  readonly next: number
  /** An operand of the instruction at hand, by its place. */
  operand(index: number): number
  pop(): Term
  /** The topmost terms, in the order they were pushed. */
  popMany(count: number): Term[]
  /** `from`: the terms that `read` is made of. */
  push(read: Read, from: readonly Term[]): void
  pushGlobal(slot: number): void
  pushConstant(value: Value): void
  /** Where the topmost `count` values lie once they are on the stack: what is to be added to `base`. */
  offsetOf(count: number): number
  /** Ends the step: what was not popped is put on the stack, then `step` says where to go on. */
  finish(step: Step): void
  /** Takes the instruction after this one into this step, when it has that number and no statement begins at it. */
  takeNext(opcode: number): boolean
}

/** Makes the closures of an instruction. */
export type Translate = (writer: StepWriter) => void

/** A step only runs inside a turn: `runSlice` refuses states without a meter. */
export const meterOf = (state: VmState): Meter => state.meter as Meter
