import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { listScripts } from "#server/services/scripts/list.ts"
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
import { FlowSummary } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const listFlowsOperation = {
  method: "get",
  path: "/org/bots/{bot}/flows",
  operationId: "listFlows",
  summary: "Lists the flows of a bot's draft, the first one first",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(listScripts),
  request: { params: botParam },
  responses: {
    200: jsonAnswer(
      "The flows, and the count of changes that a publication names.",
      z.object({ items: z.array(FlowSummary), draftRevision: z.int() }),
    ),
    ...keyProblems("bot.not_found"),
  },
} satisfies Operation

export function addListFlows(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, listFlowsOperation, async (c) => {
    const { scripts, draftRevision } = await listScripts(c.var.developer, { botId: await botOf(c) })
    const items = scripts.map(({ name, revision }) => ({ name, revision }))
    return c.json({ items, draftRevision }, 200)
  })
}
