import { type OpenAPIHono, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { readBytes } from "#server/http/read-bytes.ts"
import { submitForm } from "#server/services/forms/submit.ts"
import { readFields } from "#server/services/webhooks/read-request.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader, readIdempotencyKey } from "../idempotency-key.ts"
import { addOperation, type Operation } from "../operation.ts"

export const submitFormOperation = {
  method: "post",
  path: "/bots/{bot}/forms/{form}",
  operationId: "submitForm",
  summary: "Hands a form of a page to a bot",
  description:
    "Runs ON FORM SUBMIT of this name, soon after. Needs no key: the limits and the allowed origins of the bot apply. Takes JSON, or what an HTML form sends.",
  tags: ["Forms"],
  "x-permission": "forms.submit",
  request: {
    params: z.object({
      bot: z.string().openapi({ example: "demo" }),
      form: z.string().openapi({ example: "contact" }),
    }),
    headers: idempotencyHeader,
    body: {
      content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
    },
  },
  responses: {
    202: jsonAnswer("It was taken.", z.object({ accepted: z.literal(true) })),
    ...problemAnswers(
      "bot.not_found",
      "bot.not_published",
      "bot.origin_refused",
      "form.not_found",
      "event.backlog_full",
      "request.malformed",
      "request.refused",
      "request.too_large",
      "request.type_refused",
    ),
  },
} satisfies Operation

export function addSubmitForm(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, submitFormOperation, async (c) => {
    const answer = await submitForm(c.var.visitor, {
      form: c.req.param("form") ?? "",
      fields: await readForm(c),
      page: c.req.header("referer")?.slice(0, 2_000) ?? null,
      ...readIdempotencyKey(c),
    })
    return c.json(answer, 202)
  })
}

type Fields = Parameters<typeof submitForm>[1]["fields"]

/** Throws: AppError "request.malformed", "request.type_refused". */
async function readForm(c: Context<ApiEnv>): Promise<Fields> {
  const text = (await readBytes(c.env.incoming, limits.webhookBodyBytes)).toString("utf8")
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "no type"
  if (type === "application/x-www-form-urlencoded") return readFields(new URLSearchParams(text))
  if (type !== "application/json")
    throw new AppError("request.type_refused", { type: type.slice(0, 80) })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "JSON" }, { cause })
  }
}
