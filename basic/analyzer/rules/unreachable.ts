import type { Block, Statement } from "../../ast/nodes.ts"
import { isDeclaration as declares, declaresOnly } from "../../keywords/declarations.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** Statements that take effect wherever they stand, or say something about the whole script. */
const declarations: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "LabelStatement",
  "ProcedureStatement",
  "OnMessageStatement",
  "OnSilenceStatement",
  "OptionStatement",
  "ParamStatement",
  "DescriptionStatement",
  "TableStatement",
  "IndexStatement",
  "EventStatement",
])

/** Nothing stands behind a statement that never goes on to the next. Each stretch is reported once. */
export function checkReachable(facts: ProgramFacts) {
  for (const block of facts.blocks) checkBlock(facts, block)
}

function checkBlock(facts: ProgramFacts, { statements }: Block) {
  const isOutermost = statements === facts.program.body.statements
  let ending: string | null = null
  let isReported = false
  for (const statement of statements) {
    if (isNewStart(statement)) {
      ending = null
      isReported = false
    }
    if (isDeclaration(statement)) continue
    if (ending === null) ending = isMisplaced(statement, isOutermost) ? null : endingOf(statement)
    else if (!isReported) {
      facts.report("basic.unreachable", headSpan(statement), { after: ending })
      isReported = true
    }
  }
}

/** An EXIT FOR outside every loop is reported as such, and says nothing about the lines behind it. */
const isMisplaced = (statement: Statement, isOutermost: boolean): boolean =>
  isOutermost && (statement.kind === "ExitStatement" || statement.kind === "ContinueStatement")

const isDeclaration = (statement: Statement): boolean =>
  declarations.has(statement.kind) ||
  (statement.kind === "CommandStatement" && declaresOnly(statement.keyword, statement.operands)) ||
  (statement.kind === "UnknownStatement" && declares(statement.words))

/** A label is where jumps lead; a DESCRIPTION or PARAM begins the next tool of a library. */
const isNewStart = (statement: Statement): boolean =>
  statement.kind === "LabelStatement" ||
  statement.kind === "ParamStatement" ||
  statement.kind === "DescriptionStatement"

/** What ends the way through a statement, in the words of a message; null when it goes on. */
function endingOf(statement: Statement): string | null {
  switch (statement.kind) {
    case "GotoStatement":
      return `GOTO ${statement.label}`
    case "ReturnStatement":
      return "RETURN"
    case "StopStatement":
      return statement.word
    case "ExitStatement":
      return statement.what === null ? "BREAK" : `EXIT ${statement.what}`
    case "ContinueStatement":
      return "CONTINUE"
    case "CommandStatement":
      return statement.keyword === "THROW" && statement.failGoto === null ? "THROW" : null
    case "IfStatement": {
      if (statement.otherwise === null) return null
      const bodies = [...statement.branches.map(({ body }) => body), statement.otherwise]
      return bodies.every(isEnding) ? "an IF that never goes on" : null
    }
    default:
      return null
  }
}

/** Something in the body ends the way, and no label behind it begins a new one. */
function isEnding({ statements }: Block): boolean {
  const lastStart = statements.findLastIndex(isNewStart)
  return statements.slice(lastStart + 1).some((statement) => endingOf(statement) !== null)
}
