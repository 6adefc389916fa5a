import { readNow } from "../dates/start-of-day.ts"
import { formatDate as printByPattern } from "../format/format-date.ts"
import { defineFunction } from "./define.ts"

export const timeFunction = defineFunction({
  name: "TIME",
  forms: ["TIME()"],
  arity: [0, 0],
  group: "date",
  summary: "Gives the time of day as text, as 14:30:00.",
  params: {},
  result: "text",
  raises: [],
  example: "PRINT LEN(TIME())",
  evaluate: (_args, env) => printByPattern(readNow(env), "HH:mm:ss"),
})
