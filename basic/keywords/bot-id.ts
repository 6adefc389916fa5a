import { defineFunction } from "./define.ts"

export const botId = defineFunction({
  name: "BOT_ID",
  forms: ["BOT_ID()"],
  arity: [0, 0],
  group: "identity",
  summary: "Gives the id of this bot.",
  params: {},
  result: "text",
  raises: [],
  example: "PRINT LEN(BOT_ID()) > 0",
  evaluate: (_args, env) => env.botId,
})
