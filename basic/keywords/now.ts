import { readNow } from "../dates/start-of-day.ts"
import { defineFunction } from "./define.ts"

export const now = defineFunction({
  name: "NOW",
  forms: ["NOW()"],
  arity: [0, 0],
  isPrefix: true,
  binding: "tight",
  group: "date",
  summary: "Gives the date and time at which this turn of the conversation began.",
  params: {},
  result: "date",
  raises: [],
  example: 'PRINT FORMAT(NOW(), "YYYY") >= "2024"',
  evaluate: (_args, env) => readNow(env),
})
