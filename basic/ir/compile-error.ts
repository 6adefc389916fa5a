import type { Expression, OnErrorStatement } from "../ast/nodes.ts"
import { isHardware } from "../keywords/hardware.ts"
import { findCommand, findFunction } from "../keywords/index.ts"
import type { Compiler } from "./context.ts"
import { normalizeName } from "./names.ts"
import type { OpName } from "./opcodes.ts"

/** Raises a catchable error in the place of a value. */
export function compileFailure(c: Compiler, code: `basic.${string}`, name: string) {
  c.out.emit("FAIL", c.out.constant(code), c.out.constant(name))
}

/** Raises the error of a command without a definition. One that is only written in an unknown shape says so. */
export function compileUnknown(c: Compiler, words: string) {
  if (isHardware(words)) return compileFailure(c, "basic.hardware", words)
  if (findCommand(words) === null && findFunction(words) === null)
    return compileFailure(c, "basic.unknown_keyword", words)
  compileFailure(c, "basic.planned_keyword", `${words} with these operands`)
}

const smallE = 0x65
const errorStates: Readonly<Record<string, OpName>> = {
  "error message": "ERROR_MESSAGE",
  error: "ERROR_FLAG",
  err: "ERROR_NUMBER",
}

const errorStateOf = (words: string): OpName | null => {
  const first = words.charCodeAt(0) | 0x20
  if (first !== smallE) return null
  const asked = normalizeName(words).replaceAll("_", " ")
  return Object.hasOwn(errorStates, asked) ? (errorStates[asked] ?? null) : null
}

/** The instruction that reads the last error, when the name asks for it and is no variable of the program's own. */
export function findErrorState(c: Compiler, name: string): OpName | null {
  const found = errorStateOf(name)
  return found === null || c.assignedNames.has(normalizeName(name)) ? null : found
}

/** Leaves the state of the last error when the command's words ask for it. */
export function compileErrorState(c: Compiler, words: string): boolean {
  const found = errorStateOf(words)
  if (found !== null) c.out.emit(found)
  return found !== null
}

/** ON ERROR RESUME NEXT, GOTO 0, GOTO label. */
export function compileOnError(c: Compiler, statement: OnErrorStatement) {
  if (statement.mode === "resume") return c.out.emit("ON_ERROR_RESUME")
  if (statement.mode === "off" || statement.label === null) return c.out.emit("ON_ERROR_OFF")
  c.out.jump("ON_ERROR_GOTO", c.label(statement.label))
}

/** THROW message. */
export function compileThrow(c: Compiler, message: Expression | null, code: `basic.${string}`) {
  if (message) c.expression(message)
  else c.out.pushText(code === "basic.assertion" ? "A condition does not hold." : "An error.")
  c.out.emit("THROW", c.out.constant(code))
}

/** ASSERT condition, message. */
export function compileAssert(c: Compiler, condition: Expression, message: Expression | null) {
  const holds = c.out.newTarget()
  c.condition(condition, true, holds)
  compileThrow(c, message, "basic.assertion")
  c.out.bind(holds)
}

/** `... ELSE GOTO label`: an error inside `body` leads to the label. */
export function withOutlet(c: Compiler, label: string | null, body: () => void) {
  const start = c.out.at
  body()
  if (label !== null) c.handling.failures.push({ start, end: c.out.at, target: c.label(label) })
}
