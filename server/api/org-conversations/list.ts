import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { parseInput } from "#server/services/define-verb.ts"
import { listRecordings } from "#server/services/recordings/list.ts"
import { ListRecordingsInput } from "#server/services/recordings/schema.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  count,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { ConversationPage } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

const { state, from, until, search } = ListRecordingsInput.shape
const ListQuery = z.strictObject({
  state,
  from: from.describe("The first day on which it was talked: 2030-05-01."),
  until: until.describe("The last day."),
  search: search.describe("Words that somebody said in it."),
  offset: count.optional().openapi({ type: "integer", description: "How many to pass over." }),
})

export const listConversationsOperation = {
  method: "get",
  path: "/org/bots/{bot}/conversations",
  operationId: "listConversations",
  summary: "Lists the conversations of a bot, the latest first, 50 a page",
  tags: ["Conversations of your bots"],
  security: keySecurity,
  "x-permission": permissionOf(listRecordings),
  request: { params: botParam, query: ListQuery },
  responses: {
    200: jsonAnswer("A page, and whether another follows.", ConversationPage),
    ...keyProblems("bot.not_found", "request.refused"),
  },
} satisfies Operation

export function addListConversations(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, listConversationsOperation, async (c) => {
    const botId = await botOf(c)
    const query = parseInput(ListQuery, c.req.query())
    return c.json(await listRecordings(c.var.developer, { botId, ...query }), 200)
  })
}
