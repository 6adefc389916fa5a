import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { createBot } from "#server/services/bots/create.ts"
import { CreateBotInput } from "#server/services/bots/schema.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-key.ts"
import {
  addKeyOperation,
  answerOnce,
  jsonProblems,
  keyProblems,
  keySecurity,
  onceProblems,
  permissionOf,
} from "../key-operation.ts"
import { Bot } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"

const NewBot = z
  .strictObject({
    name: CreateBotInput.shape.name,
    template: CreateBotInput.shape.template
      .default("empty")
      .describe("What it begins with; `empty` for a greeting alone."),
  })
  .openapi("NewBot")

export const createBotOperation = {
  method: "post",
  path: "/org/bots",
  operationId: "createBot",
  summary: "Makes a bot from a template; nothing of it is public before it is published",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(createBot),
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { "application/json": { schema: NewBot } } },
  },
  responses: {
    201: jsonAnswer("The bot.", Bot),
    ...keyProblems("key.bots_limited", "plan.bot_limit", ...jsonProblems, ...onceProblems),
  },
} satisfies Operation

export function addCreateBot(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, createBotOperation, async (c) => {
    const input = parseInput(NewBot, await readJsonBody(c))
    return answerOnce(c, createBotOperation, input, async () => ({
      status: 201,
      answer: await createBot(c.var.developer, input),
    }))
  })
}
