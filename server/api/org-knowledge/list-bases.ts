import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { listBases } from "#server/services/knowledge/list-bases.ts"
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
import { KnowledgeBase } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const listBasesOperation = {
  method: "get",
  path: "/org/bots/{bot}/knowledge",
  operationId: "listBases",
  summary: "Lists the knowledge bases of a bot",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(listBases),
  request: { params: botParam },
  responses: {
    200: jsonAnswer("The knowledge bases.", z.object({ items: z.array(KnowledgeBase) })),
    ...keyProblems("bot.not_found"),
  },
} satisfies Operation

export function addListBases(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, listBasesOperation, async (c) =>
    c.json({ items: await listBases(c.var.developer, { botId: await botOf(c) }) }, 200),
  )
}
