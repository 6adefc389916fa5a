import { defineFunction } from "./define.ts"

export const sessionId = defineFunction({
  name: "SESSION_ID",
  forms: ["SESSION_ID()"],
  arity: [0, 0],
  group: "identity",
  summary: "Gives the id of this conversation.",
  params: {},
  result: "text",
  raises: [],
  example: "PRINT LEN(SESSION_ID()) > 0",
  evaluate: (_args, env) => env.sessionId,
})
