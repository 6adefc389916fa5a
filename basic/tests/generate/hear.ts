/** Grows HEAR statements of every type, menus among them. */
import type { HearStatement } from "../../ast/nodes.ts"
import { hearTypes } from "../../hear/types.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"
import { expression, place, textExpression } from "./expressions.ts"
import type { Scope } from "./scope.ts"

const options = ["Sales", "Support", "It's something else", "x"] as const
const plainTypes = hearTypes.filter((type) => type !== "MENU")

export function hearStatement(choose: Chooser, scope: Scope): HearStatement {
  const isMenu = choose.chance(2)
  return {
    kind: "HearStatement",
    span: nowhere,
    leading: [],
    trailing: null,
    target: place(choose),
    type: isMenu ? "MENU" : (plainTypes[choose.pick(plainTypes.length)] ?? "TEXT"),
    options: isMenu ? menuOptions(choose) : [],
    acceptsOther: isMenu && choose.chance(3),
    prompt: choose.chance(2) ? textExpression(choose) : null,
    fallback: choose.chance(5) ? expression(choose) : null,
    timeout: choose.chance(5) ? timeoutOf(choose, scope) : null,
    ...(choose.chance(6) && { from: textExpression(choose) }),
  }
}

const menuOptions = (choose: Chooser): HearStatement["options"] =>
  choose.many(1, 3, (index) => ({
    kind: "TextLiteral",
    span: nowhere,
    value: options[index]!,
    isMultiline: false,
  }))

function timeoutOf(choose: Chooser, scope: Scope): HearStatement["timeout"] {
  const label = scope.labels[choose.pick(Math.max(1, scope.labels.length))] ?? null
  return {
    seconds: { kind: "NumberLiteral", span: nowhere, value: choose.oneOf([30, 300]) },
    label: choose.chance(2) ? label : null,
  }
}
