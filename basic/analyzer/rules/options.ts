import type { ProgramFacts } from "../program-facts.ts"

/** OPTION names an option that exists. */
export function checkOptions(facts: ProgramFacts) {
  for (const { statement } of facts.places)
    if (statement.kind === "OptionStatement" && statement.name !== "STRICT")
      facts.report("basic.unknown_option", statement.span, { found: statement.name })
}
