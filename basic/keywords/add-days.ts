import { addToDate } from "../dates/add.ts"
import { dateAt, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const addDays = defineFunction({
  name: "ADD_DAYS",
  forms: ["ADD_DAYS({date}, {days})"],
  arity: [2, 2],
  group: "date",
  summary: "Moves a date by days.",
  params: {
    date: { kind: "any", doc: "The date." },
    days: { kind: "number", doc: "How many days; negative moves back." },
  },
  result: "date",
  raises: ["basic.not_a_date", "basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: 'PRINT ADD_DAYS("2025-01-31", 1)',
  evaluate: (args, env) => {
    const date = dateAt("ADD_DAYS", args, 0, env)
    const moved = date && addToDate(env.zone, date, numberAt("ADD_DAYS", args, 1, env), "day")
    return date && (moved ?? env.fail("basic.no_result", { name: "ADD_DAYS" }))
  },
})
