import type { Facts } from "../diagnostics/entry.ts"
import { shortenFacts, wordsOf } from "../diagnostics/report.ts"
import { opcodeNumber } from "../ir/opcodes.ts"
import { LimitReached, Raised } from "./errors.ts"
import { locate } from "./locate.ts"
import type { ErrorHandler, LastError, SavedScript, VmState } from "./state.ts"
import type { Value } from "./value.ts"

/** Taking an error costs as much as this many instructions, and the search for who takes it. */
const errorCost = 50

/** An error that has its sentence: raised in the machine, or the answer to an effect. */
interface NamedError {
  readonly code: string
  readonly message: string
  readonly facts?: Facts
}

/**
 * Leads an error at `state.pc` to whoever takes it: from the innermost procedure outwards, the ELSE
 * GOTO of the statement at hand, then the procedure's ON ERROR. False when none does; then the fault
 * is kept. A limit is never taken.
 */
export function takeError(state: VmState, error: Raised | LimitReached): boolean {
  if (error instanceof LimitReached) {
    const facts = { limit: error.limit }
    keepFault(state, { code: error.code, message: wordsOf(error.code, facts).message, facts })
    return false
  }
  const { failures, statements } = state.program.bundle.handlers
  if (state.meter) state.meter.fuel -= errorCost + ((failures.length + statements.length) >> 3)
  return takeNamedError(state, {
    code: error.code,
    message: wordsOf(error.code, error.facts).message,
    facts: error.facts,
  })
}

/** As `takeError`, for an error whose sentence somebody else has made. */
export function takeNamedError(state: VmState, error: NamedError): boolean {
  const { line } = locate(state.program, state.pc)
  let { pc, depth, base, current } = state
  for (;;) {
    const target = findOutlet(state, pc) ?? fireHandler(state, depth, pc)
    if (target !== null) {
      dropFrames(state, depth + 3)
      state.depth = depth
      state.base = base
      state.current = current
      state.sp = base + (state.program.localCounts[current] as number)
      state.pc = target
      state.error = { code: error.code, message: error.message, line }
      state.status = "ready"
      return true
    }
    if (depth === 0) break
    depth -= 3
    // The instruction before the place to go on is the call itself.
    pc = (state.frames[depth] as number) - 1
    base = state.frames[depth + 1] as number
    current = state.frames[depth + 2] as number
  }
  keepFault(state, error)
  return false
}

/** The ELSE GOTO of the innermost statement around a place. */
function findOutlet(state: VmState, pc: number): number | null {
  const { failures } = state.program.bundle.handlers
  return failures.find(({ start, end }) => start <= pc && pc < end)?.target ?? null
}

function fireHandler(state: VmState, depth: number, pc: number): number | null {
  const handler = findHandler(state, depth)
  if (!handler) return null
  if (handler.target < 0) return endOfStatement(state, pc)
  if (handler.isHandling) return null
  handler.isHandling = true
  return handler.target
}

/** The end of the innermost statement around a place: where RESUME NEXT goes on. */
function endOfStatement(state: VmState, pc: number): number | null {
  const { statements } = state.program.bundle.handlers
  let best: number | null = null
  let size = Number.POSITIVE_INFINITY
  for (let index = 0; index < statements.length; index += 2) {
    const start = statements[index] as number
    const end = statements[index + 1] as number
    if (start <= pc && pc < end && end - start < size) {
      best = end
      size = end - start
    }
  }
  return best
}

function keepFault(state: VmState, error: NamedError): void {
  const { line, step } = locate(state.program, state.pc)
  const { code, message, facts = {} } = error
  const said = Object.keys(facts).length > 0 ? { facts: shortenFacts(facts, code) } : {}
  state.status = "faulted"
  state.fault = { code, message, ...said, step, line }
}

const findHandler = (state: VmState, depth: number): ErrorHandler | undefined =>
  state.errorHandlers.find((handler) => handler.depth === depth)

/** ON ERROR RESUME NEXT, ON ERROR GOTO 0 and CLEAR ERROR. */
export function changeErrors(state: VmState, depth: number, opcode: number) {
  if (opcode === opcodeNumber.ON_ERROR_RESUME) return setErrorHandler(state, depth, -1)
  if (opcode === opcodeNumber.ON_ERROR_OFF) return setErrorHandler(state, depth, null)
  state.error = null
  armErrors(state, depth)
}

/** ON ERROR in the procedure at `depth`; null turns it off. */
export function setErrorHandler(state: VmState, depth: number, target: number | null): void {
  const { errorHandlers } = state
  const place = errorHandlers.findIndex((handler) => handler.depth === depth)
  if (place >= 0) errorHandlers.splice(place, 1)
  if (target !== null) errorHandlers.push({ depth, target, isHandling: false })
  state.error = null
}

/** After an ON ERROR GOTO fired, going on elsewhere makes it ready for the next error. */
export function armErrors(state: VmState, depth: number): void {
  const handler = findHandler(state, depth)
  if (handler) handler.isHandling = false
}

/** Forgets what belongs to procedures at `depth` and deeper, which have ended; scripts get back the variables they had. */
export function dropFrames(state: VmState, depth: number): void {
  const { gosubs, errorHandlers, savedScripts, globals } = state
  while ((gosubs.at(-1)?.depth ?? -1) >= depth) gosubs.pop()
  while ((errorHandlers.at(-1)?.depth ?? -1) >= depth) errorHandlers.pop()
  while ((savedScripts.at(-1)?.depth ?? -1) >= depth) {
    const { first, values } = savedScripts.pop() as SavedScript
    for (const [index, value] of values.entries()) globals[first + index] = value
  }
}

/** What FAIL raises: something the compiler does not know, by its name. */
export function failureOf(code: Value | undefined, name: Value | undefined): Raised {
  const named = String(name)
  const facts: Facts = { found: named, name: named, nearest: null, keyword: named }
  return new Raised(String(code), facts)
}

/** The classic numbers of errors, for ERR; 0 without an error, 1 for all that have none. */
const errorNumbers: Readonly<Record<string, number>> = {
  "basic.division_by_zero": 11,
  "basic.not_a_number": 13,
  "basic.wrong_type": 13,
  "basic.bad_value": 5,
  "basic.unknown_function": 35,
  "basic.unknown_procedure": 35,
}

/** What ERROR, ERROR MESSAGE and ERR give, by the instruction that asks. */
export function readError(error: LastError | null, opcode: number): Value {
  if (opcode === opcodeNumber.ERROR_FLAG) return error !== null
  if (opcode === opcodeNumber.ERROR_MESSAGE) return error?.message ?? ""
  if (error === null) return 0
  return Object.hasOwn(errorNumbers, error.code) ? (errorNumbers[error.code] ?? 1) : 1
}
