import { opcodeNumber } from "../ir/opcodes.ts"
import { StateError } from "./errors.ts"
import { stateFormat } from "./freeze.ts"
import { type Fields, readFields, readHeap, refuse } from "./frozen.ts"
import type { LoadedProgram } from "./load.ts"
import type { Fault } from "./outcome.ts"
import {
  type AmbientValue,
  type ErrorHandler,
  type LastError,
  reserveStack,
  type VmState,
} from "./state.ts"
import type { Json, Value } from "./value.ts"

/**
 * Reads a frozen state. Every place, depth and type is checked against the program, so whatever the
 * JSON holds, the machine can only go on where the program could have been.
 *
 * Throws: StateError "damaged", "other_format" or "other_program".
 */
export function thaw(program: LoadedProgram, json: Json): VmState {
  const fields = readFields(json)
  if (fields.number("f") !== stateFormat)
    throw new StateError("other_format", "The state was written by another version.")
  if (fields.text("h") !== program.hash)
    throw new StateError("other_program", "The state belongs to another program.")
  const heap = readHeap(fields.list("o"))
  const globals = fields.list("g").map(heap.read)
  if (globals.length !== program.bundle.variables.length) refuse("variables")
  const stack = fields.list("k").map(heap.read)
  const state: VmState = {
    program,
    globals,
    stack,
    frames: fields.numbers("c"),
    gosubs: readGroups(fields, "u", 2).map(([depth, at]) => ({ depth: depth ?? 0, at: at ?? 0 })),
    errorHandlers: readGroups(fields, "e", 3).map(
      ([depth, target, isHandling]): ErrorHandler => ({
        depth: depth ?? 0,
        target: target ?? 0,
        isHandling: isHandling === 1,
      }),
    ),
    savedScripts: [],
    ambient: fields.list("a").map((json) => readAmbient(program, json, heap.read)),
    root: fields.number("t"),
    pc: fields.number("p"),
    sp: stack.length,
    base: fields.number("b"),
    depth: fields.numbers("c").length,
    current: fields.number("n"),
    status: readStatus(fields),
    error: readError(fields),
    fault: readFault(fields),
    result: fields.has("r") ? heap.read(fields.value("r")) : null,
    meter: null,
  }
  if (program.bundle.functions[state.root] === undefined) refuse("beginning")
  const functions = checkFrames(state)
  readSaved(state, functions, fields.list("s"), heap.read)
  checkPlace(state)
  checkSides(state, functions)
  reserveStack(state, state.base + (program.frameSizes[state.current] ?? 0))
  return state
}

function readGroups(fields: Fields, name: string, size: number): number[][] {
  const numbers = fields.numbers(name)
  if (numbers.length % size !== 0) refuse(name)
  return Array.from({ length: numbers.length / size }, (_, index) =>
    numbers.slice(index * size, (index + 1) * size),
  )
}

function readStatus(fields: Fields): VmState["status"] {
  const status = fields.text("q")
  if (status === "ready" || status === "waiting" || status === "done" || status === "faulted")
    return status
  return refuse("status")
}

function readError(fields: Fields): LastError | null {
  if (!fields.has("x")) return null
  const [code, message, line] = fields.list("x")
  if (typeof code !== "string" || typeof message !== "string" || typeof line !== "number")
    return refuse("error")
  return { code, message, line }
}

function readFault(fields: Fields): Fault | null {
  if (!fields.has("z")) return null
  const [code, message, line, step] = fields.list("z")
  if (typeof code !== "string" || typeof message !== "string" || message === "")
    return refuse("fault")
  if (typeof line !== "number" || typeof step !== "number") return refuse("fault")
  return { code, message, line, step }
}

/** Checks the chain of open procedures; gives the function of each, outermost first. */
function checkFrames(state: VmState): number[] {
  const { program, frames } = state
  const { code, facts, localCounts, bundle } = program
  if (frames.length % 3 !== 0) refuse("frames")
  const functions = [state.root]
  let base = 0
  for (let index = 0; index < frames.length; index += 3) {
    const call = (frames[index] as number) - 3
    const owner = functions.at(-1) as number
    if (frames[index + 1] !== base || frames[index + 2] !== owner) refuse("frames")
    if (!((facts.depths[call] ?? -1) >= 0) || facts.owners[call] !== owner) refuse("frames")
    if (code[call] !== opcodeNumber.CALL) refuse("frames")
    const callee = code[call + 1] as number
    const paramCount = bundle.functions[callee]?.paramCount ?? 0
    base += (localCounts[owner] as number) + (facts.depths[call] as number) - paramCount
    functions.push(callee)
  }
  if (state.base !== base || state.current !== functions.at(-1)) refuse("base")
  return functions
}

function readAmbient(
  { bundle }: LoadedProgram,
  json: Json,
  read: (json: Json) => Value,
): AmbientValue {
  const [slot, value] = Array.isArray(json) ? json : [null]
  if (typeof slot !== "number" || bundle.variables[slot] === undefined) return refuse("settings")
  return { slot, value: read(value ?? null) }
}

/** Each script that was called has put its variables aside, and nothing else has. */
function readSaved(
  state: VmState,
  functions: readonly number[],
  list: readonly Json[],
  read: (json: Json) => Value,
): void {
  const called = functions.flatMap((index, place) => {
    const { script } = state.program.bundle.functions[index] ?? {}
    return script === undefined || place === 0 ? [] : [{ ...script, depth: place * 3 }]
  })
  if (called.length !== list.length) refuse("scripts")
  for (const [place, { depth, first, count }] of called.entries()) {
    const json = list[place]
    if (!Array.isArray(json) || json[0] !== depth || json.length !== count + 1) refuse("scripts")
    const values = (json as readonly Json[]).slice(1).map(read)
    state.savedScripts.push({ depth, first, values })
  }
}

/** The flow stands at an instruction of its function, with as many operands as there should be. */
function checkPlace(state: VmState): void {
  const { program, pc, status } = state
  const { facts, code } = program
  const depth = facts.depths[pc] ?? -1
  if (depth < 0 || facts.owners[pc] !== state.current) refuse("place")
  if (status === "faulted" && state.fault === null) refuse("fault")
  if (status === "done" || status === "faulted") return
  const waits = code[pc] === opcodeNumber.EFFECT || code[pc] === opcodeNumber.HEAR
  if (status === "waiting" && !waits) refuse("place")
  const operands = status === "waiting" ? program.effects[code[pc + 1] as number] : undefined
  const slots = state.base + (program.localCounts[state.current] as number)
  if (state.sp !== slots + depth - (operands?.operands.length ?? 0)) refuse("stack")
}

/** GOSUBs and ON ERRORs belong to open procedures and lead to places of theirs. */
function checkSides(state: VmState, functions: readonly number[]): void {
  const { code, facts } = state.program
  const isPlace = (depth: number, at: number): boolean =>
    facts.depths[at] === 0 && facts.owners[at] === functions[depth / 3]
  const isOpen = (depth: number, from: number): boolean =>
    depth >= from && depth <= state.depth && depth % 3 === 0
  let deepest = 0
  for (const { depth, at } of state.gosubs) {
    if (!isOpen(depth, deepest) || !isPlace(depth, at)) refuse("gosubs")
    if (code[at - 2] !== opcodeNumber.GOSUB || facts.depths[at - 2] !== 0) refuse("gosubs")
    deepest = depth
  }
  deepest = 0
  for (const { depth, target } of state.errorHandlers) {
    if (!isOpen(depth, deepest) || !(target === -1 || isPlace(depth, target))) refuse("handlers")
    deepest = depth
  }
}
