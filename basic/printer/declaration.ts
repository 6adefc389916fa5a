import type {
  DescriptionStatement,
  DimStatement,
  Expression,
  IndexStatement,
  ParamStatement,
} from "../ast/nodes.ts"
import { levels } from "../parser/expressions.ts"
import { print, printExpression } from "./expression.ts"

/** Prints a declaration of one line. */
export function printDeclaration(
  statement: ParamStatement | DescriptionStatement | IndexStatement | DimStatement,
): string {
  switch (statement.kind) {
    case "ParamStatement":
      return printParam(statement)
    case "DescriptionStatement":
      return `DESCRIPTION ${printExpression(statement.text)}`
    case "IndexStatement":
      return statement.text
    case "DimStatement":
      return printDim(statement)
  }
}

/** LIKE behind a value would compare. */
const closed = (value: Expression) =>
  print(value, { level: levels.additive, isInList: true, indent: null })

/** In the order authors write: type, example, description, the rest. */
function printParam(statement: ParamStatement): string {
  const { names, type, example, description, presence, fallback, choices } = statement
  const list = choices.map((choice) => print(choice, { level: 0, isInList: true, indent: null }))
  const parts = [
    `PARAM ${names.join(", ")}`,
    type === null ? null : `AS ${type}`,
    list.length === 0 ? null : `ENUM [${list.join(", ")}]`,
    example === null ? null : `LIKE ${closed(example)}`,
    description === null ? null : `DESCRIPTION ${closed(description)}`,
    presence,
    fallback === null ? null : `DEFAULT ${closed(fallback)}`,
  ]
  return parts.filter((part) => part !== null).join(" ")
}

function printDim({ word, isKept, items }: DimStatement): string {
  const list = items.map(({ name, sizes, type }) => {
    const size = sizes.map((each) => print(each, { level: 0, isInList: true, indent: null }))
    return `${name}${size.length === 0 ? "" : `(${size.join(", ")})`}${type === null ? "" : ` AS ${type}`}`
  })
  return `${word} ${isKept ? "PRESERVE " : ""}${list.join(", ")}`
}
