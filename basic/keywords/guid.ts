import { makeUuid } from "../functions/uuid.ts"
import { defineFunction } from "./define.ts"

export const guid = defineFunction({
  name: "GUID",
  forms: ["GUID()"],
  aliases: ["UUID", "NEWGUID"],
  arity: [0, 0],
  group: "identity",
  summary: "Makes a random id that occurs nowhere else.",
  params: {},
  result: "text",
  raises: [],
  example: "PRINT LEN(GUID())",
  evaluate: (_args, env) => makeUuid(env),
})
