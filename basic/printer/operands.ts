import type { Expression, Operand, Operands } from "../ast/nodes.ts"
import type { FormElement, FormPath } from "../keywords/form-shape.ts"
import { pathsOf } from "../keywords/forms.ts"
import { findCommand } from "../keywords/index.ts"

export type PrintValue = (value: Expression, isInList: boolean) => string

/**
 * Prints a command in the first of its forms that holds exactly these operands.
 * `printBefore` prints an operand that a `=` follows, where a comparison would take the sign.
 */
export function printOperands(
  name: string,
  operands: Operands,
  printValue: PrintValue,
  printBefore: PrintValue,
): string {
  const keyword = findCommand(name)
  const path = keyword === null ? undefined : pathsOf(keyword).find((each) => holds(each, operands))
  if (path === undefined) return printUnformed(name, operands, printValue)
  let printed = ""
  path.forEach((element, index) => {
    const next = path[index + 1]
    const text = printElement(element, next, operands, printValue, printBefore)
    printed +=
      printed === "" || (element.kind === "mark" && element.mark === ",") ? text : ` ${text}`
  })
  return printed
}

function holds(path: FormPath, operands: Operands): boolean {
  const holes = path.filter((element) => element.kind === "hole")
  return (
    holes.length === Object.keys(operands).length &&
    holes.every(({ name, as }) => {
      const operand = operands[name]
      return operand !== undefined && holeOf(operand) === as
    })
  )
}

function holeOf(operand: Operand) {
  if (operand.kind === "ExpressionList") return "values"
  if (operand.kind === "FieldList") return "fields"
  return operand.kind === "Word" ? "word" : "value"
}

function printElement(
  element: FormElement,
  next: FormElement | undefined,
  operands: Operands,
  printValue: PrintValue,
  printBefore: PrintValue,
): string {
  if (element.kind === "word") return element.word
  if (element.kind === "mark") return element.mark
  const isBeforeSign = next?.kind === "mark" && next.mark === "="
  const operand = operands[element.name]
  return operand === undefined ? "" : printOperand(operand, isBeforeSign ? printBefore : printValue)
}

/** Operands may be followed by a comma in another form of the command, so they are printed as in a list. */
function printOperand(operand: Operand, printValue: PrintValue): string {
  switch (operand.kind) {
    case "ExpressionList":
      return operand.items.map((item) => printValue(item, true)).join(", ")
    case "FieldList":
      return operand.fields
        .map(({ key, value }) => `${key} = ${printValue(value, true)}`)
        .join(", ")
    case "Word":
      return operand.text
    default:
      return printValue(operand, true)
  }
}

/** Operands that no form holds: only a tree that was not parsed has them. */
function printUnformed(name: string, operands: Operands, printValue: PrintValue): string {
  const list = Object.values(operands).map((operand) => printOperand(operand, printValue))
  return list.length === 0 ? name : `${name} ${list.join(", ")}`
}
