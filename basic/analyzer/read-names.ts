import type { Program } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import { parse } from "../parser/parse.ts"

/** The names a program has given to things, in the author's spelling, each once, in the order they appear. */
export interface ProgramNames {
  readonly variables: readonly string[]
  readonly labels: readonly string[]
  readonly procedures: readonly string[]
}

/** Collects the names of a source text for completion and pickers. */
export function readNames(source: string): ProgramNames {
  return namesOf(parse(source).program)
}

/** Collects the names of a program that is parsed already. */
export function namesOf(program: Program): ProgramNames {
  const variables = new Map<string, string>()
  const labels: string[] = []
  const procedures: string[] = []
  const add = (name: string) => {
    const key = name.toLowerCase().replace(/\$$/, "")
    if (!variables.has(key)) variables.set(key, name)
  }
  walkProgram(program, {
    statement(statement) {
      if (statement.kind === "LabelStatement") labels.push(statement.name)
      else if (statement.kind === "ProcedureStatement") procedures.push(statement.name)
      else if (statement.kind === "ForStatement" || statement.kind === "ForEachStatement")
        add(statement.variable)
      else if ("target" in statement && statement.target?.kind === "NameExpression")
        add(statement.target.name)
    },
  })
  return { variables: [...variables.values()], labels, procedures }
}
