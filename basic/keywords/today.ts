import { readToday } from "../dates/start-of-day.ts"
import { defineFunction } from "./define.ts"

export const today = defineFunction({
  name: "TODAY",
  forms: ["TODAY()"],
  arity: [0, 0],
  isPrefix: true,
  binding: "tight",
  group: "date",
  summary: "Gives today's date.",
  params: {},
  result: "date",
  raises: [],
  example: "PRINT TODAY() <= NOW()",
  evaluate: (_args, env) => readToday(env),
})
