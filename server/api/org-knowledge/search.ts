import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { parseInput } from "#server/services/define-verb.ts"
import { SearchKnowledgeInput } from "#server/services/knowledge/schema.ts"
import { searchBotKnowledge } from "#server/services/knowledge/search.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  jsonProblems,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import type { Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"

const { bases, text, limit } = SearchKnowledgeInput.shape
const Question = z
  .strictObject({
    bases: bases.describe("Names of knowledge bases; none for all of the bot."),
    text,
    limit,
  })
  .openapi("Question")

const FoundPassage = z
  .object({
    id: z.string(),
    documentId: z.string(),
    base: z.string(),
    title: z.string(),
    text: z.string(),
    section: z.string().nullable(),
    page: z.int().nullable(),
    url: z.string().nullable(),
    score: z.number().openapi({ description: "From 0 to 1." }),
  })
  .openapi("FoundPassage")

export const searchKnowledgeOperation = {
  method: "post",
  path: "/org/bots/{bot}/search",
  operationId: "searchKnowledge",
  summary: "Finds passages that may answer a question, as a running conversation does",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(searchBotKnowledge),
  request: {
    params: botParam,
    body: { required: true, content: { "application/json": { schema: Question } } },
  },
  responses: {
    200: jsonAnswer(
      "The passages, the best first, and whether they are good enough to answer from.",
      z.object({ passages: z.array(FoundPassage), isConfident: z.boolean() }),
    ),
    ...keyProblems("bot.not_found", ...jsonProblems),
  },
} satisfies Operation

export function addSearchKnowledge(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, searchKnowledgeOperation, async (c) => {
    const botId = await botOf(c)
    const question = parseInput(Question, await readJsonBody(c))
    return c.json(await searchBotKnowledge(c.var.developer, { botId, ...question }), 200)
  })
}
