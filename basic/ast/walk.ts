import { listBlocks } from "./blocks.ts"
import { listExpressions, visitExpression } from "./expressions.ts"
import type { Block, Expression, Program, Statement } from "./nodes.ts"

/** A statement and its path of ordinals: "3", "3.yes.0" (the first statement of the THEN body of the fourth). */
export interface LocatedStatement {
  readonly statement: Statement
  readonly path: string
}

/** Lists every statement in text order, each before those of its bodies. */
export function listStatements(program: Program): readonly LocatedStatement[] {
  const found: LocatedStatement[] = []
  visitLocated(program.body, (statement, path) => found.push({ statement, path }))
  return found
}

/** Calls `visit` for every statement with its path, in the same order. */
export function visitLocated(
  block: Block,
  visit: (statement: Statement, path: string) => void,
  prefix = "",
) {
  let index = 0
  for (const statement of block.statements) {
    const path = `${prefix}${index++}`
    visit(statement, path)
    for (const { outlet, block: body } of listBlocks(statement))
      visitLocated(body, visit, `${path}.${outlet}.`)
  }
}

/** Calls `visit` for every statement of a block in text order, each before those of its bodies. */
export function visitStatements(block: Block, visit: (statement: Statement) => void) {
  for (const statement of block.statements) {
    visit(statement)
    for (const { block: body } of listBlocks(statement)) visitStatements(body, visit)
  }
}

/** What `walkProgram` calls. `ancestors` are the statements around, outermost first. */
export interface Visitor {
  readonly statement?: (statement: Statement, ancestors: readonly Statement[]) => void
  /** Every expression of a statement, outside first, with the statement it stands in. */
  readonly expression?: (expression: Expression, statement: Statement) => void
  /** Every body, before its statements. `owner` is null for the program itself. */
  readonly block?: (block: Block, owner: Statement | null, ancestors: readonly Statement[]) => void
}

/** Lists the expressions of a block and of the bodies in it, outermost first. */
export function listExpressionsIn(block: Block): Expression[] {
  return block.statements.flatMap((statement) => [
    ...listExpressions(statement),
    ...listBlocks(statement).flatMap(({ block: body }) => listExpressionsIn(body)),
  ])
}

/** Walks a whole program in text order. */
export function walkProgram(program: Program, visitor: Visitor) {
  walkBlock(program.body, null, [], visitor)
}

function walkBlock(
  block: Block,
  owner: Statement | null,
  ancestors: readonly Statement[],
  visitor: Visitor,
) {
  visitor.block?.(block, owner, ancestors)
  for (const statement of block.statements) {
    visitor.statement?.(statement, ancestors)
    const { expression } = visitor
    if (expression !== undefined)
      for (const outer of listExpressions(statement))
        visitExpression(outer, (inner) => expression(inner, statement))
    const inside = [...ancestors, statement]
    for (const { block: body } of listBlocks(statement)) walkBlock(body, statement, inside, visitor)
  }
}
