import { declaredUnder } from "../../declarations/conditions.ts"
import { declaresOnly } from "../../keywords/declarations.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** A declaration holds for the whole script; below a condition only one on a constant or a name makes sense. */
export function checkDeclaredUnder(facts: ProgramFacts) {
  for (const { statement, ancestors } of facts.places) {
    const isCommand = statement.kind === "CommandStatement"
    const declares =
      statement.kind === "EventStatement" ||
      statement.kind === "ParamStatement" ||
      (isCommand && declaresOnly(statement.keyword, statement.operands))
    if (!declares || declaredUnder(statement, ancestors) !== "other") continue
    const found = isCommand
      ? statement.keyword
      : statement.kind === "ParamStatement"
        ? "PARAM"
        : "ON"
    facts.report("basic.conditional_declaration", headSpan(statement), { found })
  }
}
