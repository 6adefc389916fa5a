import type { Program, Statement } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import type { Declarations } from "./declarations.ts"

type Draft = {
  -readonly [K in keyof Declarations]: Declarations[K] extends readonly (infer T)[]
    ? T[]
    : Declarations[K]
}

/**
 * Collects what a program declares, from the whole file and not from where it stands in the flow.
 *
 * Shape:  plain data in the order of the text, fit for JSON.
 */
export function collectDeclarations(program: Program): Declarations {
  const draft: Draft = {
    tools: [],
    tables: [],
    schedules: [],
    webhooks: [],
    events: [],
    roles: [],
    knowledge: [],
    websites: [],
    bots: [],
    usedTools: [],
    scripts: [],
    includes: [],
    isStrict: false,
  }
  walkProgram(program, { statement: (statement) => collect(statement, draft) })
  return draft
}

function collect(statement: Statement, draft: Draft) {
  if (statement.kind === "OptionStatement" && statement.name === "STRICT") draft.isStrict = true
}
