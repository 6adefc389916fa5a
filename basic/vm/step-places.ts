import { findOpcode, sizeOf } from "../ir/opcodes.ts"
import { findMain } from "./entries.ts"
import type { LoadedProgram } from "./load.ts"
import { locate } from "./locate.ts"

/** A loop in the code: what lies between `at` and `end` is its body. */
export interface LoopPlace {
  readonly at: number
  readonly end: number
  readonly kind: "for" | "each"
  /** Its hidden slots: the first, and how many. */
  readonly slot: number
  readonly size: number
  readonly step: string
}

/** Where the steps of a program lie in its code. */
export interface StepPlaces {
  /** By instruction and step: the places of that instruction in the code of that step, in order. */
  readonly instructions: ReadonlyMap<string, readonly number[]>
  /** Where the code of a step begins. */
  readonly starts: ReadonlyMap<string, number>
  readonly loops: readonly LoopPlace[]
  /** By script and name, functions of a program and what they are called. */
  readonly functions: ReadonlyMap<string, number>
}

const known = new WeakMap<LoadedProgram, StepPlaces>()

/** Lists where steps lie, once for each program. */
export function placeSteps(program: LoadedProgram): StepPlaces {
  const before = known.get(program)
  if (before !== undefined) return before
  const { bundle, code, facts } = program
  const instructions = new Map<string, number[]>()
  const loops: LoopPlace[] = []
  for (let at = 0; at < code.length; ) {
    const opcode = findOpcode(code[at] as number)
    if (opcode === undefined) break
    if ((facts.depths[at] ?? -1) >= 0) {
      const step = stepAt(program, at)
      const key = instructionKey(opcode.name, step)
      instructions.set(key, [...(instructions.get(key) ?? []), at])
      const loop = readLoop(program, at, opcode.name, step)
      if (loop !== null) loops.push(loop)
    }
    at += sizeOf(opcode)
  }
  const starts = new Map<string, number>()
  bundle.debug.at.forEach((at, index) => {
    const step = bundle.debug.steps[index] ?? ""
    if (!starts.has(step)) starts.set(step, at)
  })
  const functions = new Map(
    bundle.functions.map((_, index) => [nameFunction(program, index), index]),
  )
  const places = { instructions, starts, loops, functions }
  known.set(program, places)
  return places
}

/** The id of the step that a place in the code belongs to. */
export const stepAt = (program: LoadedProgram, at: number): string =>
  program.bundle.debug.steps[locate(program, at).step] ?? ""

export const instructionKey = (name: string, step: string): string => `${name} ${step}`

/** What a function is called across versions: its script, and its own name. The only script goes by "start". */
export function nameFunction({ bundle }: LoadedProgram, index: number): string {
  const script = bundle.functions[findMain(bundle, index)]?.script?.name ?? "start"
  return `${script}/${bundle.functions[index]?.name.toLowerCase() ?? ""}`
}

function readLoop(
  { code }: LoadedProgram,
  at: number,
  name: string,
  step: string,
): LoopPlace | null {
  if (name === "EACH_NEXT") {
    const [slot, end] = [code[at + 1] as number, code[at + 2] as number]
    return { at, end, kind: "each", slot, size: 3, step }
  }
  if (!name.startsWith("FOR_START")) return null
  const [slot, end] = [code[at + 2] as number, code[at + 3] as number]
  return { at, end, kind: "for", slot, size: 2, step }
}
