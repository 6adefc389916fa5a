import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { publishBot } from "#server/services/bots/publish.ts"
import { PublishBotInput } from "#server/services/bots/schema.ts"
import { parseInput } from "#server/services/define-verb.ts"
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
import { Publication } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"

const { baseRevision, to, name, note } = PublishBotInput.shape
const NewPublication = z
  .strictObject({
    baseRevision: baseRevision.describe("The `draftRevision` that is meant."),
    to,
    name,
    note,
  })
  .openapi("NewPublication")

const Noticed = z
  .object({
    severity: z.string(),
    code: z.string(),
    message: z.string(),
    script: z.string().optional().openapi({ description: "The flow, unless it is the first." }),
  })
  .openapi("Noticed")

export const publishBotOperation = {
  method: "post",
  path: "/org/bots/{bot}/publications",
  operationId: "publishBot",
  summary: "Publishes the draft of a bot, live or in staging",
  description:
    "New conversations begin with it; running ones finish on the version they began with.",
  tags: ["Your bots"],
  security: keySecurity,
  "x-permission": permissionOf(publishBot),
  request: {
    params: botParam,
    headers: idempotencyHeader,
    body: { required: true, content: { "application/json": { schema: NewPublication } } },
  },
  responses: {
    200: jsonAnswer(
      "Nothing was published: the draft has errors.",
      z.object({ ok: z.literal(false), diagnostics: z.array(Noticed) }),
    ),
    201: jsonAnswer(
      "It was published.",
      z.object({ ok: z.literal(true), version: Publication, warnings: z.array(Noticed) }),
    ),
    ...keyProblems("bot.not_found", "bot.draft_changed", ...jsonProblems, ...onceProblems),
  },
} satisfies Operation

export function addPublishBot(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, publishBotOperation, async (c) => {
    const botId = await botOf(c)
    const body = parseInput(NewPublication, await readJsonBody(c))
    return answerOnce(c, publishBotOperation, body, async () => {
      const published = await publishBot(c.var.developer, { botId, ...body })
      if (!published.ok)
        return { status: 200, answer: { ok: false, diagnostics: published.diagnostics.map(tell) } }
      const { version, warnings } = published
      return { status: 201, answer: { ok: true, version, warnings: warnings.map(tell) } }
    })
  })
}

function tell(found: z.infer<typeof Noticed>): z.infer<typeof Noticed> {
  const { severity, code, message, script } = found
  return { severity, code, message, ...(script !== undefined && { script }) }
}
