import type { ExitStatement, Statement } from "../../ast/nodes.ts"
import { headSpan, type PlacedStatement, type ProgramFacts } from "../program-facts.ts"

type What = ExitStatement["what"]

const loopKinds: Readonly<Record<"FOR" | "WHILE" | "DO", readonly Statement["kind"][]>> = {
  FOR: ["ForStatement", "ForEachStatement"],
  WHILE: ["WhileStatement"],
  DO: ["DoStatement"],
}
const anyLoop = Object.values(loopKinds).flat()

/** EXIT and CONTINUE stand inside what they leave, and only a FUNCTION returns a value. */
export function checkExits(facts: ProgramFacts) {
  for (const place of facts.places) {
    const { statement, flow } = place
    if (statement.kind === "ExitStatement") checkExit(facts, place, statement.what, "EXIT", "BREAK")
    if (statement.kind === "ContinueStatement")
      checkExit(facts, place, statement.what, "CONTINUE", "CONTINUE")
    const hasValue =
      statement.kind === "ReturnStatement" &&
      (statement.value !== null || statement.fields !== null)
    if (hasValue && flow?.kind === "ProcedureStatement" && flow.word === "SUB")
      facts.report("basic.value_from_sub", statement.span, { name: flow.name })
  }
}

function checkExit(
  facts: ProgramFacts,
  place: PlacedStatement,
  what: What,
  word: string,
  bare: string,
) {
  if (what === "SUB" || what === "FUNCTION") {
    const { flow } = place
    if (flow?.kind !== "ProcedureStatement" || flow.word !== what)
      facts.report("basic.exit_outside", headSpan(place.statement), {
        found: `EXIT ${what}`,
        block: `a ${what}`,
      })
    return
  }
  const kinds = what === null ? anyLoop : loopKinds[what]
  if (listAround(place).some(({ kind }) => kinds.includes(kind))) return
  const found = what === null ? bare : `${word} ${what}`
  const block = what === null ? "a loop" : `a ${what} loop`
  facts.report("basic.exit_outside", headSpan(place.statement), { found, block })
}

/** The statements around within the same flow. */
function listAround({ ancestors, flow }: PlacedStatement): readonly Statement[] {
  return flow === null ? ancestors : ancestors.slice(ancestors.indexOf(flow) + 1)
}
