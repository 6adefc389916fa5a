import type { Program, Statement } from "../../ast/nodes.ts"
import { listStatements, walkProgram } from "../../ast/walk.ts"
import type { Bundle } from "../../ir/bundle.ts"
import { findOpcode, sizeOf } from "../../ir/opcodes.ts"
import { findCommand } from "../../keywords/index.ts"

/** An effect of a bundle: what it asks the host for, and the statement the debug table puts it in. */
export interface FoundEffect {
  readonly keyword: string
  readonly statement: Statement | undefined
}

/**
 * Reads every instruction of a bundle that hands something to the host. What stands above several tools
 * is in the code of each of them, and counts once.
 */
export function listBundleEffects(bundle: Bundle, program: Program): FoundEffect[] {
  const byPath = new Map(listStatements(program).map(({ path, statement }) => [path, statement]))
  const { debug } = bundle
  const found: FoundEffect[] = []
  const homes = new Map<Statement, number>()
  let entry = 0
  for (let at = 0; at < bundle.code.length; ) {
    const opcode = findOpcode(bundle.code[at] ?? -1)
    if (opcode === undefined) throw new Error(`There is no instruction at ${at}.`)
    while (entry + 1 < debug.at.length && (debug.at[entry + 1] ?? 0) <= at) entry++
    if (opcode.operands.includes("effect")) {
      const shape = bundle.effects[bundle.code[at + 1] ?? -1]
      const statement = byPath.get(debug.steps[entry] ?? "")
      const home = bundle.functions.findLastIndex((each) => each.entry <= at)
      const isAgain = statement !== undefined && (homes.get(statement) ?? home) !== home
      if (statement !== undefined && !isAgain) homes.set(statement, home)
      if (!isAgain) found.push({ keyword: shape?.keyword ?? "?", statement })
    }
    at += sizeOf(opcode)
  }
  return found
}

const errorWords = new Set(["ERROR MESSAGE", "ERROR", "ERR"])
const isHostCommand = (keyword: string): boolean =>
  keyword === "ALLOW ROLE" ||
  keyword === "RUN" ||
  (findCommand(keyword)?.runsOn === "server" && !errorWords.has(keyword))

/** Lists what a program asks the host for, by what its tree shows. */
export function listShownEffects(program: Program): string[] {
  const shown: string[] = []
  walkProgram(program, {
    statement: (statement) => {
      if (statement.kind === "CommandStatement" && isHostCommand(statement.keyword))
        shown.push(statement.keyword === "RUN" ? "CALL" : statement.keyword)
      if (statement.kind === "HearStatement") shown.push("HEAR")
      if (statement.kind === "TextBlockStatement") shown.push(statement.block)
      if (statement.kind === "CallStatement" && statement.path !== null) shown.push("CALL")
      if (statement.kind === "DeferStatement") shown.push("SCHEDULE IN")
      if (statement.kind === "ParallelStatement") shown.push("STEP PARALLEL")
      if (statement.kind === "StepStatement")
        shown.push(
          ...(statement.action === "BOT"
            ? ["STEP BOT"]
            : [
                "CREATE TASK",
                "WAIT FOR EVENT",
                ...(statement.onTimeout === null ? [] : ["CREATE TASK"]),
              ]),
        )
    },
    expression: (expression) => {
      if (expression.kind === "CommandExpression" && isHostCommand(expression.keyword))
        shown.push(expression.keyword === "RUN" ? "CALL" : expression.keyword)
      if (expression.kind === "QueryExpression") shown.push("SELECT")
    },
  })
  return shown
}
