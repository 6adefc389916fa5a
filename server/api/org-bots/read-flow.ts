import type { OpenAPIHono } from "@hono/zod-openapi"
import { readSource } from "#server/services/scripts/read-source.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  flowParam,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { Flow } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const readFlowOperation = {
  method: "get",
  path: "/org/bots/{bot}/flows/{flow}",
  operationId: "readFlow",
  summary: "Reads the text of a flow as the draft has it",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(readSource),
  request: { params: flowParam },
  responses: {
    200: jsonAnswer("The flow.", Flow),
    ...keyProblems("bot.not_found", "script.not_found", "request.refused"),
  },
} satisfies Operation

export function addReadFlow(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, readFlowOperation, async (c) => {
    const input = { botId: await botOf(c), name: c.req.param("flow") ?? "" }
    return c.json(await readSource(c.var.developer, input), 200)
  })
}
