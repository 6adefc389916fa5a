import type { OpenAPIHono } from "@hono/zod-openapi"
import { deleteBot } from "#server/services/bots/delete.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import type { Operation } from "../operation.ts"

export const deleteBotOperation = {
  method: "delete",
  path: "/org/bots/{bot}",
  operationId: "deleteBot",
  summary: "Puts a bot into the bin, where it lies for thirty days",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(deleteBot),
  request: { params: botParam },
  responses: { 204: { description: "It is in the bin." }, ...keyProblems("bot.not_found") },
} satisfies Operation

export function addDeleteBot(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, deleteBotOperation, async (c) => {
    await deleteBot(c.var.developer, { botId: await botOf(c) })
    return c.body(null, 204)
  })
}
