import { readClock } from "../functions/date-operands.ts"
import { defineFunction } from "./define.ts"

export const timevalue = defineFunction({
  name: "TIMEVALUE",
  forms: ["TIMEVALUE({text})"],
  arity: [1, 1],
  group: "date",
  summary: "Reads a time of day from text and gives it as 14:30:00.",
  params: {
    text: { kind: "any", doc: 'A time such as "2:30 PM", or a date with a time.' },
  },
  result: "text",
  raises: ["basic.not_a_date"],
  example: 'PRINT TIMEVALUE("2:30 PM")',
  evaluate: (args, env) => {
    const [hour, minute, second] = (["hour", "minute", "second"] as const).map((part) =>
      readClock("TIMEVALUE", args, part, env),
    )
    return [hour, minute, second].includes(null)
      ? null
      : [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":")
  },
})
