/** All statements of a program in text order, each with its path and the flow it belongs to. */
import type { Block, Program, Statement } from "../ast/nodes.ts"
import { listBodies } from "./bodies.ts"

export interface ListedStep {
  readonly statement: Statement
  /** Path of ordinals, "3.yes.0": the id a statement has without a layout. */
  readonly path: string
  /** "main", or the word and name of the SUB or FUNCTION around it in lower case: "sub greet". */
  readonly flow: string
}

/** Lists statements before the statements inside them. `Layout.stepIds` is in this order. */
export function listSteps(program: Program): ListedStep[] {
  const steps: ListedStep[] = []
  listBlock(program.body, "", "main", steps)
  return steps
}

function listBlock(block: Block, prefix: string, flow: string, into: ListedStep[]): void {
  block.statements.forEach((statement, index) => {
    const path = `${prefix}${index}`
    into.push({ statement, path, flow })
    if (statement.kind === "ProcedureStatement") {
      const inner = `${statement.word} ${statement.name}`.toLowerCase()
      listBlock(statement.body, `${path}.body.`, inner, into)
    }
    for (const { outlet: key, block: body } of listBodies(statement)) {
      listBlock(body, `${path}.${key}.`, flow, into)
    }
  })
}
