import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { parseInput } from "#server/services/define-verb.ts"
import { createBase } from "#server/services/knowledge/create-base.ts"
import { CreateBaseInput } from "#server/services/knowledge/schema.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-key.ts"
import {
  addKeyOperation,
  answerOnce,
  botOf,
  botParam,
  jsonProblems,
  keyProblems,
  keySecurity,
  onceProblems,
  permissionOf,
} from "../key-operation.ts"
import { Named } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"

const NewBase = z.strictObject({ name: CreateBaseInput.shape.name }).openapi("NewBase")

export const createBaseOperation = {
  method: "post",
  path: "/org/bots/{bot}/knowledge",
  operationId: "createBase",
  summary: "Adds a knowledge base to a bot",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(createBase),
  request: {
    params: botParam,
    headers: idempotencyHeader,
    body: { required: true, content: { "application/json": { schema: NewBase } } },
  },
  responses: {
    201: jsonAnswer("The knowledge base.", Named),
    ...keyProblems(
      "bot.not_found",
      "knowledge.name_taken",
      "knowledge.too_many",
      ...jsonProblems,
      ...onceProblems,
    ),
  },
} satisfies Operation

export function addCreateBase(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, createBaseOperation, async (c) => {
    const botId = await botOf(c)
    const { name } = parseInput(NewBase, await readJsonBody(c))
    return answerOnce(c, createBaseOperation, { name }, async () => ({
      status: 201,
      answer: await createBase(c.var.developer, { botId, name }),
    }))
  })
}
