import { findOpcode, type Opcode, opcodes, sizeOf } from "../../ir/opcodes.ts"
import type { LoadedProgram } from "../load.ts"
import type { Value } from "../value.ts"
import type { Read, Step, StepWriter, Term, Translate } from "./step.ts"
import { translationList } from "./translations.ts"

/** Deeper trees are cut, so that no expression needs more of the host's stack than this. */
const maxHeight = 60
/** A step with more instructions is cut, so that the machine looks at the clock often enough. */
const maxInstructions = 200
/** More operands than these are read from the stack in one go. */
const maxOperands = 12

/** Makes the step that begins at an index and keeps it, with its cost, in the program. `verify` has proved the index. */
export function makeStep(program: LoadedProgram, start: number): Step {
  const maker = new StepMaker(program, start)
  const step = maker.run()
  program.steps[start] = step
  program.costs[start] = maker.cost
  return step
}

class StepMaker implements StepWriter {
  readonly program: LoadedProgram
  at: number
  next: number
  cost = 0
  private readonly localCount: number
  /** What instructions of this step have pushed and none has taken. */
  private readonly terms: Term[] = []
  /** Values that were on the stack before this step and that none of it has taken. */
  private below: number
  private step: Step | null = null

  constructor(program: LoadedProgram, start: number) {
    this.program = program
    this.at = start
    this.next = start
    this.below = program.facts.depths[start] as number
    this.localCount = program.localCounts[program.facts.owners[start] as number] as number
  }

  run(): Step {
    for (let count = 0; this.step === null; count++) {
      if (this.mustCut(count)) this.cut()
      else this.translate()
    }
    return this.step
  }

  private translate() {
    const number = this.program.code[this.at] as number
    const opcode = opcodes[number] as Opcode
    this.next = this.at + sizeOf(opcode)
    this.cost += opcode.cost
    const translate = translationList[number] as Translate
    translate(this)
    this.at = this.next
  }

  private mustCut(count: number): boolean {
    if (count === 0) return false
    if (count >= maxInstructions || this.program.borders[this.at] === 1) return true
    return this.terms.length > maxOperands || (this.terms.at(-1)?.height ?? 0) > maxHeight
  }

  private cut() {
    const { at } = this
    this.finish(() => at)
  }

  operand(index: number): number {
    return this.program.code[this.at + 1 + index] as number
  }

  pop(): Term {
    const term = this.terms.pop()
    if (term) return term
    this.below -= 1
    const offset = this.localCount + this.below
    return toTerm((state) => state.stack[state.base + offset] as Value)
  }

  popMany(count: number): Term[] {
    return Array.from({ length: count }, () => this.pop()).reverse()
  }

  push(read: Read, from: readonly Term[]) {
    this.terms.push(toTerm(read, 1 + Math.max(0, ...from.map(({ height }) => height))))
  }

  pushGlobal(slot: number) {
    const read: Read = (state) => state.globals[slot] as Value
    this.terms.push({ ...toTerm(read), source: "global", slot })
  }

  pushConstant(value: Value) {
    this.terms.push({ ...toTerm(() => value), source: "constant", value })
  }

  offsetOf(count: number): number {
    return this.localCount + this.below + this.terms.length - count
  }

  finish(step: Step) {
    const reads = this.terms.map(({ read }) => read)
    const offset = this.localCount + this.below
    const [only] = reads
    if (only === undefined) this.step = step
    else if (reads.length > 1) this.step = putAll(reads, offset, step)
    else
      this.step = (state) => {
        const value = only(state)
        state.stack[state.base + offset] = value
        return step(state)
      }
  }

  takeNext(opcode: number): boolean {
    const { code, borders } = this.program
    if (code[this.next] !== opcode || borders[this.next] === 1) return false
    const taken = findOpcode(opcode)
    if (!taken) return false
    this.at = this.next
    this.next += sizeOf(taken)
    this.cost += taken.cost
    return true
  }
}

const toTerm = (read: Read, height = 1): Term => ({
  read,
  source: "other",
  slot: -1,
  value: null,
  height,
})

const putAll =
  (reads: readonly Read[], offset: number, step: Step): Step =>
  (state) => {
    let at = state.base + offset
    for (const read of reads) {
      const value = read(state)
      state.stack[at++] = value
    }
    return step(state)
  }
