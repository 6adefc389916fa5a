/** Takes the bodies out of a structured statement and puts them back: the one place that knows where they are. */
import type { Block, IfStatement, SelectStatement, Statement } from "../ast/nodes.ts"

/** A body of a structured statement under the key of the outlet that leads into it. */
export interface KeyedBlock {
  readonly key: string
  readonly block: Block
}

const emptyBlock: Block = { statements: [], closing: [] }

/**
 * Lists the bodies of a statement in text order.
 *
 * Shape: "yes", "elseif:1", ..., "no" for IF; "case:0", ..., "else" for SELECT; "body" for loops.
 * A SUB or FUNCTION is a flow of its own and has none here.
 */
export function listBodies(statement: Statement): KeyedBlock[] {
  switch (statement.kind) {
    case "IfStatement": {
      const branches = statement.branches.map((branch, index) => ({
        key: branchKey(index),
        block: branch.body,
      }))
      return statement.otherwise === null
        ? branches
        : [...branches, { key: "no", block: statement.otherwise }]
    }
    case "SelectStatement": {
      const cases = statement.cases.map((item, index) => ({
        key: `case:${index}`,
        block: item.body,
      }))
      return statement.otherwise === null
        ? cases
        : [...cases, { key: "else", block: statement.otherwise.body }]
    }
    case "ForEachStatement":
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
      return [{ key: "body", block: statement.body }]
    default:
      return []
  }
}

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
      return { ...statement, body: emptyBlock }
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
      return { ...statement, body: blocks.get("body") ?? emptyBlock }
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
