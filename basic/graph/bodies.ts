/** Takes the bodies out of a structured statement and puts them back: the one place that knows where they are. */
import { listBlocks, type OutletBlock } from "../ast/blocks.ts"
import type { Block, IfStatement, SelectStatement, Statement } from "../ast/nodes.ts"

const emptyBlock: Block = { statements: [], closing: [] }

/** Lists the bodies that are outlets of a step, in text order. A SUB or FUNCTION is a flow of its own. */
export const listBodies = (statement: Statement): readonly OutletBlock[] =>
  statement.kind === "ProcedureStatement" ? [] : listBlocks(statement)

/** Gives the outlet key of an IF branch: the first is "yes". */
export const branchKey = (index: number): string => (index === 0 ? "yes" : `elseif:${index}`)

/** Returns the statement with empty bodies, as a step keeps it. */
export function withoutBodies(statement: Statement): Statement {
  switch (statement.kind) {
    case "IfStatement":
      return {
        ...statement,
        branches: statement.branches.map((branch) => ({ ...branch, body: emptyBlock })),
        otherwise: null,
      }
    case "SelectStatement":
      return {
        ...statement,
        cases: statement.cases.map((item) => ({ ...item, body: emptyBlock })),
        otherwise: statement.otherwise && { ...statement.otherwise, body: emptyBlock },
      }
    case "ForEachStatement":
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
    case "DeferStatement":
    case "ParallelStatement":
      return { ...statement, body: emptyBlock }
    case "EventStatement":
      return { ...statement, body: statement.body && emptyBlock }
    case "TryStatement":
      return { ...statement, body: emptyBlock, handler: statement.handler && emptyBlock }
    default:
      return statement
  }
}

/** Puts bodies back by outlet key. A body that is not given is empty; an ELSE comes and goes with "no". */
export function withBodies(statement: Statement, blocks: ReadonlyMap<string, Block>): Statement {
  switch (statement.kind) {
    case "IfStatement":
      return fillIf(statement, blocks)
    case "SelectStatement":
      return fillSelect(statement, blocks)
    case "ForEachStatement":
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
    case "DeferStatement":
    case "ParallelStatement":
      return { ...statement, body: blocks.get("body") ?? emptyBlock }
    case "EventStatement":
      return { ...statement, body: statement.body && (blocks.get("body") ?? emptyBlock) }
    case "TryStatement": {
      const handler = statement.handler && (blocks.get("failed") ?? emptyBlock)
      return { ...statement, body: blocks.get("body") ?? emptyBlock, handler }
    }
    default:
      return statement
  }
}

function fillIf(statement: IfStatement, blocks: ReadonlyMap<string, Block>): IfStatement {
  return {
    ...statement,
    branches: statement.branches.map((branch, index) => ({
      ...branch,
      body: blocks.get(branchKey(index)) ?? emptyBlock,
    })),
    otherwise: blocks.get("no") ?? null,
  }
}

function fillSelect(
  statement: SelectStatement,
  blocks: ReadonlyMap<string, Block>,
): SelectStatement {
  return {
    ...statement,
    cases: statement.cases.map((item, index) => ({
      ...item,
      body: blocks.get(`case:${index}`) ?? emptyBlock,
    })),
    otherwise: statement.otherwise && {
      ...statement.otherwise,
      body: blocks.get("else") ?? emptyBlock,
    },
  }
}
