/** Grows commands from the keyword definitions, so that a new keyword is generated without a line here. */
import type { Expression, ObjectEntry, Operand, Operands } from "../../ast/nodes.ts"
import type { CommandKeyword, Param } from "../../keywords/define.ts"
import type { FormElement } from "../../keywords/form-shape.ts"
import { pathsOf } from "../../keywords/forms.ts"
import { commands } from "../../keywords/index.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"

/** HEAR and SYSTEM PROMPT have statements of their own. */
const plainCommands: readonly CommandKeyword[] = (commands as readonly CommandKeyword[]).filter(
  (command) => command.hasOwnGrammar !== true,
)
/** CALL on a line of its own is a statement of the grammar. */
const lineCommands = plainCommands.filter(({ name }) => name !== "CALL")
const valueCommands = plainCommands.filter(({ result }) => result !== "nothing")

/** What operands are made of; handed in, because expressions in turn hold commands. */
export interface Growers {
  readonly expression: (choose: Chooser) => Expression
  readonly textExpression: (choose: Chooser) => Expression
  readonly entries: (choose: Chooser, least: number) => ObjectEntry[]
}

type Hole = Extract<FormElement, { readonly kind: "hole" }>

/** A command with the operands of one of its forms. */
export function commandOperands(
  choose: Chooser,
  grow: Growers,
): { keyword: string; operands: Operands } {
  return fill(choose, pickFrom(choose, lineCommands), grow)
}

/** A command whose result is used. */
export function commandExpression(choose: Chooser, grow: Growers): Expression {
  if (choose.chance(6)) {
    const text = choose.oneOf(['BREW THE TEA "green"', 'BREW THE TEA "black" + x'])
    return { kind: "UnknownCommandExpression", span: nowhere, words: "BREW THE TEA", text }
  }
  return {
    kind: "CommandExpression",
    span: nowhere,
    ...fill(choose, pickFrom(choose, valueCommands), grow),
  }
}

function pickFrom<T>(choose: Chooser, items: readonly T[]): T {
  return items[choose.pick(items.length)]!
}

function fill(
  choose: Chooser,
  keyword: CommandKeyword,
  grow: Growers,
): { keyword: string; operands: Operands } {
  const path = pickFrom(choose, pathsOf(keyword))
  const holes = path.filter((element): element is Hole => element.kind === "hole")
  const operands = holes.map((hole) => [
    hole.name,
    operandFor(choose, hole, keyword.params[hole.name], grow),
  ])
  return { keyword: keyword.name, operands: Object.fromEntries(operands) }
}

function operandFor(choose: Chooser, hole: Hole, param: Param | undefined, grow: Growers): Operand {
  switch (hole.as) {
    case "values":
      return { kind: "ExpressionList", items: choose.many(1, 3, () => grow.expression(choose)) }
    case "fields":
      return {
        kind: "FieldList",
        fields: grow.entries(choose, 1).filter(({ key }) => /^\w+$/.test(key)),
      }
    case "word":
      return { kind: "Word", text: param?.words?.[0] ?? "WORD" }
    case "order":
      return { kind: "Word", text: choose.oneOf(["name", "created DESC", "a, b DESC"]) }
    default:
      return valueFor(choose, param, grow)
  }
}

/** Of the kind the definition asks for, so that the analyzer has nothing to say. */
function valueFor(choose: Chooser, param: Param | undefined, grow: Growers): Expression {
  if (param?.kind === "number") {
    return { kind: "NumberLiteral", span: nowhere, value: Math.max(param.min ?? 0, choose.pick(9)) }
  }
  return param?.kind === "text" && choose.chance(2)
    ? grow.textExpression(choose)
    : grow.expression(choose)
}
