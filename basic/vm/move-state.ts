import { normalizeName } from "../ir/names.ts"
import { opcodeNumber } from "../ir/opcodes.ts"
import { ownVariables } from "./entries.ts"
import { StateError } from "./errors.ts"
import { freeze } from "./freeze.ts"
import type { LoadedProgram } from "./load.ts"
import { listOpen } from "./open-scripts.ts"
import type { AmbientValue, ErrorHandler, SavedScript, VmState } from "./state.ts"
import {
  instructionKey,
  type LoopPlace,
  nameFunction,
  placeSteps,
  type StepPlaces,
  stepAt,
} from "./step-places.ts"
import { thaw } from "./thaw.ts"
import type { Json, Value } from "./value.ts"

/** What changed its name between two versions. What is not named keeps it. */
export interface MoveTable {
  /** Old step ids and the new ones. */
  readonly steps: Readonly<Record<string, string>>
  /** Old variables and the new ones, whatever their case. */
  readonly variables: Readonly<Record<string, string>>
}

/** Why a conversation stays on the version it is in. */
export type MoveProblem =
  /** It does not wait at a question. */
  | "not_asking"
  /** The question it waits at is not there any more. */
  | "question_gone"
  /** The question lies inside something that was changed: a loop, a procedure, a call. */
  | "inside_changed"
  /** What it would come back to, or where its errors lead, is not there any more. */
  | "way_gone"

export type MovedState =
  | { readonly ok: true; readonly state: Json }
  | {
      readonly ok: false
      readonly problem: MoveProblem
      /** The step it is about, by its old id; "" when it is about none. */
      readonly step: string
    }

/**
 * Moves a frozen conversation that waits at a question into another version of its program: to the same
 * question, with the same variables, inside the same loops and calls, all found by the ids of steps.
 *
 * Shape: whatever does not fit is refused, never guessed; what comes out is a state `thaw` accepts.
 */
export function moveState(
  from: LoadedProgram,
  to: LoadedProgram,
  frozen: Json,
  table: MoveTable,
): MovedState {
  try {
    const state = freeze(new Mover(from, to, table).move(thaw(from, frozen)))
    thaw(to, state)
    return { ok: true, state }
  } catch (error) {
    if (error instanceof Stays) return { ok: false, problem: error.problem, step: error.step }
    if (error instanceof StateError) return { ok: false, problem: "inside_changed", step: "" }
    throw error
  }
}

class Stays extends Error {
  readonly problem: MoveProblem
  readonly step: string
  constructor(problem: MoveProblem, step = "") {
    super(problem)
    this.problem = problem
    this.step = step
  }
}

/** An open function before and after: where the flow stands in it. */
interface OpenPlace {
  readonly index: number
  readonly base: number
  readonly at: number
}

class Mover {
  private readonly from: LoadedProgram
  private readonly to: LoadedProgram
  private readonly steps: ReadonlyMap<string, string>
  /** New variables by the old ones that became them. */
  private readonly renamed: ReadonlyMap<string, string>
  private readonly old: StepPlaces
  private readonly fresh: StepPlaces

  constructor(from: LoadedProgram, to: LoadedProgram, { steps, variables }: MoveTable) {
    this.from = from
    this.to = to
    this.steps = new Map(Object.entries(steps))
    this.renamed = new Map(
      Object.entries(variables).map(([a, b]) => [normalizeName(a), normalizeName(b)]),
    )
    this.old = placeSteps(from)
    this.fresh = placeSteps(to)
  }

  move(state: VmState): VmState {
    const { from, to } = this
    if (state.status !== "waiting" || from.code[state.pc] !== opcodeNumber.HEAR)
      throw new Stays("not_asking", stepAt(from, state.pc))
    const places = this.listPlaces(state)
    const moved = this.movePlaces(places)
    const last = moved.at(-1) as OpenPlace
    const frames = moved.slice(0, -1).flatMap(({ at, base, index }) => [at + 3, base, index])
    const stack = this.moveStack(state, places, moved)
    const savedScripts = this.moveSaved(state, moved)
    return {
      program: to,
      globals: this.moveGlobals(state.globals),
      stack,
      frames,
      gosubs: state.gosubs.map(({ depth, at }) => ({ depth, at: this.moveGosub(at) })),
      errorHandlers: state.errorHandlers.map((handler) => this.moveHandler(handler)),
      savedScripts,
      ambient: this.moveAmbient(state.ambient),
      root: this.moveFunction(state.root),
      pc: last.at,
      sp: stack.length,
      base: last.base,
      depth: frames.length,
      current: last.index,
      status: "waiting",
      error: state.error,
      fault: null,
      result: null,
      meter: null,
    }
  }

  /** The open functions of the old state, each with where it stands: its call, and at last the question. */
  private listPlaces(state: VmState): OpenPlace[] {
    const open = listOpen(state)
    return open.map(({ index, base }, place) => ({
      index,
      base,
      at: place + 1 < open.length ? (state.frames[place * 3] as number) - 3 : state.pc,
    }))
  }

  private movePlaces(places: readonly OpenPlace[]): OpenPlace[] {
    const moved: OpenPlace[] = []
    let base = 0
    for (const [place, { index, at }] of places.entries()) {
      const isLast = place === places.length - 1
      const next = this.moveFunction(index)
      const target = isLast ? this.moveQuestion(at) : this.moveCall(at)
      if (this.to.facts.owners[target] !== next)
        throw new Stays("inside_changed", stepAt(this.from, at))
      moved.push({ index: next, base, at: target })
      if (isLast) break
      const callee = this.to.code[target + 1] as number
      const paramCount = this.to.bundle.functions[callee]?.paramCount ?? 0
      base +=
        (this.to.localCounts[next] as number) +
        (this.to.facts.depths[target] as number) -
        paramCount
    }
    return moved
  }

  private moveFunction(index: number): number {
    const found = this.fresh.functions.get(nameFunction(this.from, index))
    if (found === undefined) throw new Stays("inside_changed")
    return found
  }

  private moveQuestion(at: number): number {
    const step = stepAt(this.from, at)
    const [found, ...others] = this.find("HEAR", step)
    if (found === undefined || others.length > 0) throw new Stays("question_gone", step)
    if (operandsBefore(this.from, at) !== operandsBefore(this.to, found))
      throw new Stays("inside_changed", step)
    return found
  }

  /** The same call of the same function, and nothing half computed before it. */
  private moveCall(at: number): number {
    const step = stepAt(this.from, at)
    const before = this.old.instructions.get(instructionKey("CALL", step)) ?? []
    const after = this.find("CALL", step)
    const found = after[before.indexOf(at)]
    if (found === undefined || before.length !== after.length) throw new Stays("way_gone", step)
    const callee = this.from.code[at + 1] as number
    const isSame = this.moveFunction(callee) === this.to.code[found + 1]
    const isBare =
      restBelow(this.from, at, callee) === 0 &&
      restBelow(this.to, found, this.to.code[found + 1] as number) === 0
    if (!isSame || !isBare) throw new Stays("inside_changed", step)
    return found
  }

  private moveGosub(at: number): number {
    const step = stepAt(this.from, at - 2)
    const [found, ...others] = this.find("GOSUB", step)
    if (found === undefined || others.length > 0) throw new Stays("way_gone", step)
    return found + 2
  }

  private moveHandler({ depth, target, isHandling }: ErrorHandler): ErrorHandler {
    if (target === -1) return { depth, target, isHandling }
    const step = stepAt(this.from, target)
    const found = this.fresh.starts.get(this.rename(step))
    if (this.old.starts.get(step) !== target || found === undefined)
      throw new Stays("way_gone", step)
    return { depth, target: found, isHandling }
  }

  private find(name: string, step: string): readonly number[] {
    return this.fresh.instructions.get(instructionKey(name, this.rename(step))) ?? []
  }

  private rename(step: string): string {
    return this.steps.get(step) ?? step
  }

  private moveStack(
    state: VmState,
    places: readonly OpenPlace[],
    moved: readonly OpenPlace[],
  ): Value[] {
    const stack: Value[] = []
    for (const [place, after] of moved.entries()) {
      const before = places[place] as OpenPlace
      while (stack.length < after.base) stack.push(null)
      const slots = this.moveSlots(state, before, after)
      // The arguments of a call are the first slots of what it calls.
      stack.splice(after.base, slots.length, ...slots)
    }
    return stack
  }

  private moveSlots({ stack }: VmState, before: OpenPlace, after: OpenPlace): Value[] {
    const { from, to } = this
    const slots: Value[] = new Array<Value>(to.localCounts[after.index] as number).fill(null)
    const params = to.bundle.functions[after.index]?.paramCount ?? 0
    const isScript = to.bundle.functions[after.index]?.script !== undefined
    if (!isScript && params !== from.bundle.functions[before.index]?.paramCount)
      throw new Stays("inside_changed", stepAt(from, before.at))
    for (let slot = 0; slot < params; slot++) slots[slot] = stack[before.base + slot] ?? null
    const open = loopsAround(this.old, before.at)
    for (const loop of loopsAround(this.fresh, after.at)) {
      const same = open.find(
        ({ step, kind }) => this.rename(step) === loop.step && kind === loop.kind,
      )
      if (same === undefined) throw new Stays("inside_changed", stepAt(from, before.at))
      for (let slot = 0; slot < loop.size; slot++)
        slots[loop.slot + slot] = stack[before.base + same.slot + slot] ?? null
    }
    return slots
  }

  private moveGlobals(globals: readonly Value[]): Value[] {
    const { bundle } = this.to
    const moved: Value[] = bundle.variables.map(() => null)
    for (const index of listMains(this.to)) {
      const values = this.valuesOf(index, globals)
      const { first, count } = ownVariables(bundle, index)
      for (let slot = first; slot < first + count; slot++)
        moved[slot] = values.get(normalizeName(bundle.variables[slot] ?? "")) ?? null
    }
    return moved
  }

  /** What the script of a new function held, by the new names of its variables. */
  private valuesOf(index: number, all: readonly Value[], offset = 0): Map<string, Value> {
    const values = new Map<string, Value>()
    const same = this.old.functions.get(nameFunction(this.to, index))
    if (same === undefined) return values
    const { first, count } = ownVariables(this.from.bundle, same)
    for (let slot = first; slot < first + count; slot++) {
      const name = normalizeName(this.from.bundle.variables[slot] ?? "")
      const value = all[slot - offset] ?? null
      const renamed = this.renamed.get(name)
      if (renamed !== undefined) values.set(renamed, value)
      else if (!values.has(name)) values.set(name, value)
    }
    return values
  }

  private moveSaved(state: VmState, moved: readonly OpenPlace[]): SavedScript[] {
    const { bundle } = this.to
    return state.savedScripts.map(({ depth, first, values: before }) => {
      const index = moved[depth / 3]?.index ?? 0
      const own = ownVariables(bundle, index)
      const values = this.valuesOf(index, before, first)
      const after = bundle.variables
        .slice(own.first, own.first + own.count)
        .map((name) => values.get(normalizeName(name)) ?? null)
      return { depth, first: own.first, values: after }
    })
  }

  private moveAmbient(ambient: readonly AmbientValue[]): AmbientValue[] {
    const values = new Map(
      ambient.map(({ slot, value }) => [
        normalizeName(this.from.bundle.variables[slot] ?? ""),
        value,
      ]),
    )
    return this.to.bundle.variables.flatMap((name, slot) => {
      const value = values.get(normalizeName(name))
      return value === undefined ? [] : [{ slot, value }]
    })
  }
}

/** Operands that lie under those of the question itself. */
function operandsBefore({ facts, effects, code }: LoadedProgram, at: number): number {
  const own = effects[code[at + 1] as number]?.operands.length ?? 0
  return (facts.depths[at] as number) - own
}

/** Values of a statement that were computed before the arguments of its call. */
function restBelow({ facts, bundle }: LoadedProgram, at: number, callee: number): number {
  return (facts.depths[at] as number) - (bundle.functions[callee]?.paramCount ?? 0)
}

const loopsAround = ({ loops }: StepPlaces, at: number): LoopPlace[] =>
  loops.filter((loop) => loop.at < at && at < loop.end)

/** The main flows of a program: one for each script. */
function listMains({ bundle }: LoadedProgram): number[] {
  const mains = bundle.functions.flatMap(({ script }, index) => (script ? [index] : []))
  return mains.length === 0 ? [0] : mains
}
