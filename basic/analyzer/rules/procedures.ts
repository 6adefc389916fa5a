import { normalName } from "../../parser/normal-name.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"
import { textSpanOf } from "../text-span.ts"

/** Procedures stand at the outermost level, each name and each of its parameters once; constants stay as they are. */
export function checkProcedures(facts: ProgramFacts) {
  for (const { statement, ancestors } of facts.places) {
    if (statement.kind !== "ProcedureStatement") continue
    const { name, params } = statement
    const first = facts.procedures.get(normalName(name))
    if (first !== undefined && first !== statement)
      facts.report("basic.duplicate_procedure", headSpan(statement), {
        found: name,
        line: facts.lineOf(first.span),
      })
    if (ancestors.length > 0)
      facts.report("basic.nested_procedure", headSpan(statement), { found: name })
    const seen = new Set<string>()
    for (const param of params) {
      if (seen.has(normalName(param)))
        facts.report("basic.duplicate_param", textSpanOf(statement, param, facts.source), {
          found: param,
          procedure: name,
        })
      seen.add(normalName(param))
    }
  }
  checkConstants(facts)
}

function checkConstants(facts: ProgramFacts) {
  const lines = new Map<string, number>()
  for (const { statement } of facts.places) {
    if (statement.kind !== "AssignStatement" || statement.target.kind !== "NameExpression") continue
    const name = normalName(statement.target.name)
    const line = lines.get(name)
    if (line !== undefined)
      facts.report("basic.constant_changed", statement.target.span, {
        found: statement.target.name,
        line,
      })
    else if (statement.isConst) lines.set(name, facts.lineOf(statement.span))
  }
}
