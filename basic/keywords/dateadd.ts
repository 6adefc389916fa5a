import { addToDate } from "../dates/add.ts"
import { dateAt, numberAt, valueAt } from "../functions/arguments.ts"
import { findUnitOperand, isDateLike } from "../functions/date-operands.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const dateadd = defineFunction({
  name: "DATEADD",
  forms: ["DATEADD({date}, {amount}, {unit})", "DATEADD({date}, {unit}, {amount})"],
  aliases: ["DATE_ADD"],
  arity: [2, 3],
  isPrefix: true,
  binding: "tight",
  group: "date",
  summary: "Moves a date; the operand that names a unit decides which is which.",
  params: {
    date: { kind: "any", doc: "The date." },
    amount: { kind: "any", doc: "How many units; negative moves back." },
    unit: {
      kind: "any",
      doc: '"day", "week", "month", "year", "hour", "minute" or "second"; days when left out.',
    },
  },
  result: "date",
  raises: [
    "basic.unknown_date_unit",
    "basic.no_result",
    "basic.not_a_date",
    "basic.not_a_number",
    "basic.wrong_type",
  ],
  example: 'PRINT DATEADD("2025-01-31", 1, "month")',
  evaluate: (args, env) => {
    const { unit, others } = findUnitOperand("DATEADD", args, env)
    const [first, second] = [valueAt(others, 0), valueAt(others, 1)]
    const isSwapped = !isDateLike(first, env) && isDateLike(second, env)
    const ordered = isSwapped ? [second, first] : [first, second]
    const date = dateAt("DATEADD", ordered, 0, env)
    if (!date) return null
    const amount = valueAt(ordered, 1)
    const moved =
      amount instanceof DurationValue
        ? addToDate(env.zone, date, amount.seconds, "second")
        : addToDate(env.zone, date, numberAt("DATEADD", ordered, 1, env), unit)
    return moved ?? env.fail("basic.no_result", { name: "DATEADD" })
  },
})
