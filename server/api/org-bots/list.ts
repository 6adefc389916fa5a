import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { listBots } from "#server/services/bots/list.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addKeyOperation, keyProblems, keySecurity, permissionOf } from "../key-operation.ts"
import { Bot } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const listBotsOperation = {
  method: "get",
  path: "/org/bots",
  operationId: "listBots",
  summary: "Lists the bots of the organization, the latest changed first",
  description: "With a key that is limited to some bots: those.",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(listBots),
  responses: {
    200: jsonAnswer(
      "The bots; an organization has at most 500.",
      z.object({ items: z.array(Bot) }),
    ),
    ...keyProblems(),
  },
} satisfies Operation

export function addListBots(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, listBotsOperation, async (c) =>
    c.json({ items: await listBots(c.var.developer, {}) }, 200),
  )
}
