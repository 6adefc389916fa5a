import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { limits } from "#catalog/limits.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { WriteSourceInput } from "#server/services/scripts/schema.ts"
import { writeSource } from "#server/services/scripts/write-source.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  flowParam,
  jsonProblems,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { WrittenFlow } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"

const FlowText = z
  .strictObject({
    source: WriteSourceInput.shape.source,
    baseRevision: WriteSourceInput.shape.baseRevision.describe(
      "The revision the text was read at, 0 for a new flow: then nothing is overwritten that somebody else wrote.",
    ),
  })
  .openapi("FlowText")

export const writeFlowOperation = {
  method: "put",
  path: "/org/bots/{bot}/flows/{flow}",
  operationId: "writeFlow",
  summary: "Writes the text of a flow into the draft, and says what is noticed about it",
  description:
    "A flow that is not there is added. Errors do not stop it: they are kept in the draft and keep it from being published. Whoever has the flow open in the builder sees the change at once.",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(writeSource),
  request: {
    params: flowParam,
    body: { required: true, content: { "application/json": { schema: FlowText } } },
  },
  responses: {
    200: jsonAnswer("It was written.", WrittenFlow),
    ...keyProblems("bot.not_found", "bot.draft_changed", "script.limit", ...jsonProblems),
  },
} satisfies Operation

export function addWriteFlow(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, writeFlowOperation, async (c) => {
    const botId = await botOf(c)
    const text = parseInput(FlowText, await readJsonBody(c, limits.draftBodyBytes))
    const input = { botId, name: c.req.param("flow") ?? "", ...text }
    return c.json(await writeSource(c.var.developer, input), 200)
  })
}
