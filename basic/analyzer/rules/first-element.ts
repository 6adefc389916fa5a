import { listBlocks } from "../../ast/blocks.ts"
import { listExpressions, visitExpression } from "../../ast/expressions.ts"
import type { Block, Expression, Statement } from "../../ast/nodes.ts"
import { findFunction } from "../../keywords/index.ts"
import { normalName } from "../../parser/normal-name.ts"
import { constantNumber } from "../constants.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** A loop from 1 to the length of a list that it reads by its counter leaves out the element 0. */
export function checkFirstElement(facts: ProgramFacts) {
  for (const block of facts.blocks)
    block.statements.forEach((statement, index) => {
      const counted = findCounter(
        statement,
        block.statements.slice(Math.max(0, index - farthestStart), index),
      )
      const body = listBlocks(statement)[0]?.block
      if (counted === null || body === undefined || !reads(body, counted.list, counted.counter))
        return
      facts.report("basic.skips_first", headSpan(statement), { variable: counted.list })
    })
}

/** How many statements above a loop its counter is looked for. */
const farthestStart = 20

interface Counted {
  readonly counter: string
  readonly list: string
}

function findCounter(statement: Statement, before: readonly Statement[]): Counted | null {
  if (statement.kind === "ForStatement") {
    const list = constantNumber(statement.from) === 1 ? measuredList(statement.to) : null
    return list === null ? null : { counter: normalName(statement.variable), list }
  }
  const condition =
    statement.kind === "WhileStatement"
      ? statement.condition
      : statement.kind === "DoStatement" && statement.test?.until === false
        ? statement.test.condition
        : null
  if (condition?.kind !== "BinaryExpression" || !["<", "<="].includes(condition.operator))
    return null
  const list = measuredList(condition.right)
  if (list === null || condition.left.kind !== "NameExpression") return null
  const counter = normalName(condition.left.name)
  return beginsAtOne(before, counter) ? { counter, list } : null
}

/** The list in UBOUND(list), LEN(list) - 1 and so on. */
function measuredList(expression: Expression): string | null {
  const measure =
    expression.kind === "BinaryExpression" &&
    expression.operator === "-" &&
    constantNumber(expression.right) === 1
      ? expression.left
      : expression
  if (measure.kind !== "CallExpression") return null
  const isLength = ["UBOUND", "LEN", "COUNT"].includes(
    findFunction(measure.name)?.name ?? measure.name.toUpperCase(),
  )
  const [list] = measure.args
  return isLength && list?.kind === "NameExpression" ? list.name : null
}

function beginsAtOne(before: readonly Statement[], counter: string): boolean {
  const set = before.findLast(
    (each) =>
      each.kind === "AssignStatement" &&
      each.target.kind === "NameExpression" &&
      normalName(each.target.name) === counter,
  )
  return set?.kind === "AssignStatement" && set.operator === "=" && constantNumber(set.value) === 1
}

/** Says whether the body reads `list[counter]`. */
function reads(body: Block, list: string, counter: string): boolean {
  return body.statements.some((statement) => {
    let isFound = false
    for (const outer of listExpressions(statement))
      visitExpression(outer, (inner) => {
        if (inner.kind !== "IndexExpression") return
        const isList =
          inner.object.kind === "NameExpression" &&
          normalName(inner.object.name) === normalName(list)
        const isCounter =
          inner.index.kind === "NameExpression" && normalName(inner.index.name) === counter
        if (isList && isCounter) isFound = true
      })
    return isFound || listBlocks(statement).some(({ block }) => reads(block, list, counter))
  })
}
