import type { Block, Statement } from "../../ast/nodes.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** Statements that take effect wherever they stand, or say something about the whole script. */
const declarations: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "LabelStatement",
  "ProcedureStatement",
  "OnMessageStatement",
  "OnSilenceStatement",
  "OptionStatement",
])
const declaringWords =
  /^(PARAM|DESCRIPTION|TABLE|WEBHOOK|SET SCHEDULE|ON|USE WEBSITE|CREATE INDEX|#workflow)\b/

/** Nothing stands behind a statement that never goes on to the next. Each stretch is reported once. */
export function checkReachable(facts: ProgramFacts) {
  for (const block of facts.blocks) checkBlock(facts, block)
}

function checkBlock(facts: ProgramFacts, { statements }: Block) {
  let ending: string | null = null
  let isReported = false
  for (const statement of statements) {
    if (isNewStart(statement)) {
      ending = null
      isReported = false
    }
    if (isDeclaration(statement)) continue
    if (ending === null) ending = endingOf(statement)
    else if (!isReported) {
      facts.report("basic.unreachable", headSpan(statement), { after: ending })
      isReported = true
    }
  }
}

const isDeclaration = (statement: Statement): boolean =>
  declarations.has(statement.kind) ||
  (statement.kind === "UnknownStatement" && declaringWords.test(statement.words))

/** A label is where jumps lead; a DESCRIPTION or PARAM begins the next tool of a library. */
const isNewStart = (statement: Statement): boolean =>
  statement.kind === "LabelStatement" ||
  (statement.kind === "UnknownStatement" && /^(PARAM|DESCRIPTION)\b/.test(statement.words))

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

function isEnding({ statements }: Block): boolean {
  const last = statements.findLast(
    (statement) => !isDeclaration(statement) || statement.kind === "LabelStatement",
  )
  return last !== undefined && endingOf(last) !== null
}
