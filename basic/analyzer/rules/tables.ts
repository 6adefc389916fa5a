import { tableFaults, tableOddities } from "../../declarations/read-table.ts"
import type { ProgramFacts } from "../program-facts.ts"
import { textSpanIn } from "../text-span.ts"

/** Says how unusual lines of a TABLE are read. */
export function checkTables(facts: ProgramFacts) {
  const names = new Set<string>()
  for (const { statement } of facts.places)
    if (statement.kind === "TableStatement") names.add(statement.name.toLowerCase())
  for (const { statement } of facts.places) {
    if (statement.kind !== "TableStatement") continue
    const at = (text: string) => textSpanIn(statement.span, text, facts.source)
    for (const { text, reading } of tableOddities(statement, names))
      facts.report("basic.table_field", at(text), { found: text, reading })
    for (const text of tableFaults(statement))
      facts.report("basic.table_field", at(text), {
        found: text,
        reading: "as neither a field nor a rule, and left out",
      })
  }
}
