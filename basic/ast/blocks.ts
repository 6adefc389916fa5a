import type { Block, Statement } from "./nodes.ts"

/** A body of a statement under the name of the outlet that leads into it. */
export interface OutletBlock {
  readonly outlet: string
  readonly block: Block
}

const none: readonly OutletBlock[] = []

/**
 * Lists the bodies of a statement in text order.
 *
 * Shape: "yes", "elseif:1" ..., "no" for IF; "case:0" ..., "else" for SELECT; "body" for loops,
 *        SUB, FUNCTION, ON, SCHEDULE IN and PARALLEL; "body" and "failed" for TRY; nothing for the rest.
 */
export function listBlocks(statement: Statement): readonly OutletBlock[] {
  switch (statement.kind) {
    case "IfStatement": {
      const branches = statement.branches.map(({ body }, index) => ({
        outlet: index === 0 ? "yes" : `elseif:${index}`,
        block: body,
      }))
      const { otherwise } = statement
      return otherwise === null ? branches : [...branches, { outlet: "no", block: otherwise }]
    }
    case "SelectStatement": {
      const cases = statement.cases.map(({ body }, index) => ({
        outlet: `case:${index}`,
        block: body,
      }))
      const { otherwise } = statement
      return otherwise === null ? cases : [...cases, { outlet: "else", block: otherwise.body }]
    }
    case "ForEachStatement":
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
    case "ProcedureStatement":
    case "DeferStatement":
    case "ParallelStatement":
      return [{ outlet: "body", block: statement.body }]
    case "EventStatement":
      return statement.body === null ? none : [{ outlet: "body", block: statement.body }]
    case "TryStatement": {
      const body = { outlet: "body", block: statement.body }
      const { handler } = statement
      return handler === null ? [body] : [body, { outlet: "failed", block: handler }]
    }
    default:
      return none
  }
}
