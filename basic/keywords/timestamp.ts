import { defineFunction } from "./define.ts"

export const timestamp = defineFunction({
  name: "TIMESTAMP",
  forms: ["TIMESTAMP()"],
  arity: [0, 0],
  group: "date",
  summary: "Gives the seconds since the beginning of 1970.",
  params: {},
  result: "number",
  raises: [],
  example: "PRINT TIMESTAMP() > 1700000000",
  evaluate: (_args, env) => Math.floor(env.nowMs / 1000),
})
