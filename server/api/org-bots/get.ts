import type { OpenAPIHono } from "@hono/zod-openapi"
import { getBot } from "#server/services/bots/get.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { Bot } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const readBotOperation = {
  method: "get",
  path: "/org/bots/{bot}",
  operationId: "readBot",
  summary: "One bot as its builders see it",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(getBot),
  request: { params: botParam },
  responses: { 200: jsonAnswer("The bot.", Bot), ...keyProblems("bot.not_found") },
} satisfies Operation

export function addReadBot(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, readBotOperation, async (c) =>
    c.json(await getBot(c.var.developer, { botId: await botOf(c) }), 200),
  )
}
