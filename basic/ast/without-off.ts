import { withBodies } from "../graph/bodies.ts"
import { listBlocks } from "./blocks.ts"
import { isOff } from "./is-off.ts"
import type { Block, Program, Statement } from "./nodes.ts"

/** A program as it runs, and which statement of the text each of its statements is. */
export interface Running {
  readonly program: Program
  readonly originalOf: (statement: Statement) => Statement
}

const known = new WeakMap<Program, Running>()

/**
 * Leaves out the statements that are switched off.
 *
 * Shape: a program without such statements is itself; else statements around those left out are new ones,
 *        and all expressions are the same. Asked again, it gives the same program.
 */
export function withoutOff(program: Program): Running {
  const found = known.get(program)
  if (found !== undefined) return found
  const originals = new Map<Statement, Statement>()
  const body = strip(program.body, originals)
  const running: Running = {
    program: body === program.body ? program : { ...program, body },
    originalOf: (statement) => originals.get(statement) ?? statement,
  }
  known.set(program, running)
  if (running.program !== program) known.set(running.program, running)
  return running
}

function strip(block: Block, originals: Map<Statement, Statement>): Block {
  let statements: Statement[] | null = null
  block.statements.forEach((statement, index) => {
    const left = isOff(statement) ? null : stripInside(statement, originals)
    if (left !== statement) statements ??= block.statements.slice(0, index)
    if (left !== null) statements?.push(left)
  })
  return statements === null ? block : { ...block, statements }
}

function stripInside(statement: Statement, originals: Map<Statement, Statement>): Statement {
  const blocks = listBlocks(statement)
  if (blocks.length === 0) return statement
  let isSame = true
  const bodies = new Map<string, Block>()
  for (const { outlet, block } of blocks) {
    const stripped = strip(block, originals)
    bodies.set(outlet, stripped)
    isSame &&= stripped === block
  }
  if (isSame) return statement
  const body = bodies.get("body")
  const left =
    statement.kind === "ProcedureStatement"
      ? { ...statement, ...(body && { body }) }
      : withBodies(statement, bodies)
  originals.set(left, statement)
  return left
}
