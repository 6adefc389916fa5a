import { parseTimeOfDay } from "../dates/parse.ts"
import { dateFromCivil } from "../dates/zone.ts"
import { formatDate as printByPattern } from "../format/format-date.ts"
import { dateAt, textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const formatTime = defineFunction({
  name: "FORMAT_TIME",
  forms: ["FORMAT_TIME({date}[, {pattern}])"],
  arity: [1, 2],
  group: "format",
  summary: "Prints the time of day of a date, as 14:30 when no pattern is given.",
  params: {
    date: { kind: "any", doc: 'The date, or a time such as "2:30 PM".' },
    pattern: { kind: "text", doc: 'Letters as in "HH:mm:ss".' },
  },
  result: "text",
  raises: ["basic.not_a_date"],
  example: 'PRINT FORMAT_TIME("2025-01-31 14:30")',
  evaluate: (args, env) => {
    const time = parseTimeOfDay(textAt(args, 0, env).trim())
    const day = { year: 1970, month: 1, day: 1 }
    const date = time
      ? dateFromCivil(env.zone, { ...day, ...time }, true)
      : dateAt("FORMAT_TIME", args, 0, env)
    return date ? printByPattern(date, args.length < 2 ? "HH:mm" : textAt(args, 1, env)) : ""
  },
})
