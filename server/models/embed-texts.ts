import { z } from "zod"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { callJson, noAnswer } from "./call-service.ts"
import type { EmbeddedTexts, ModelAccount, TextsToEmbed } from "./port.ts"

const maxAnswerBytes = 32 * 1024 * 1024
/** What the database keeps of one vector. Units: numbers. */
export const mostDims = 4_000

const numbers = z.array(z.number()).min(1).max(mostDims)
const OpenaiAnswer = z.object({
  data: z.array(z.object({ embedding: numbers, index: z.int().nonnegative() })),
  usage: z.object({ prompt_tokens: z.number().nonnegative() }).optional().catch(undefined),
})
const GoogleAnswer = z.object({
  embeddings: z.array(z.object({ values: numbers })),
  usageMetadata: z
    .object({ promptTokenCount: z.number().nonnegative() })
    .optional()
    .catch(undefined),
})

/** Has texts placed among others: OpenAI's `/embeddings`, which most speak, or Google's own form. */
export async function embedTexts(
  outbound: Outbound,
  account: ModelAccount,
  wish: TextsToEmbed,
  deadline: number,
): Promise<EmbeddedTexts> {
  const isGoogle = account.provider.protocol === "google"
  const call = isGoogle ? googleCall(wish) : openaiCall(wish)
  const said = await callJson(outbound, account, {
    ...{ path: call.path, type: "application/json", body: JSON.stringify(call.body) },
    ...{ deadline, maxBytes: maxAnswerBytes },
  })
  const found = isGoogle ? readGoogle(said) : readOpenai(said)
  const dims = found?.rows[0]?.length
  const isWhole =
    found?.rows.length === wish.texts.length && found.rows.every((row) => row.length === dims)
  if (found === null || !isWhole) throw noAnswer(account)
  return { vectors: found.rows.map(toUnit), tokens: found.tokens }
}

const openaiCall = ({ model, texts }: TextsToEmbed) => ({
  path: "/embeddings",
  body: { model, input: texts, encoding_format: "float" } as object,
})
const googleCall = ({ model, texts }: TextsToEmbed) => ({
  path: `/models/${encodeURIComponent(model)}:batchEmbedContents`,
  body: {
    requests: texts.map((text) => ({ model: `models/${model}`, content: { parts: [{ text }] } })),
  } as object,
})

function readOpenai(said: unknown) {
  const answer = OpenaiAnswer.safeParse(said)
  if (!answer.success) return null
  const rows = answer.data.data.toSorted((a, b) => a.index - b.index)
  const tokens = answer.data.usage?.prompt_tokens ?? 0
  return { rows: rows.map(({ embedding }) => embedding), tokens }
}
function readGoogle(said: unknown) {
  const answer = GoogleAnswer.safeParse(said)
  if (!answer.success) return null
  const { embeddings, usageMetadata } = answer.data
  return {
    rows: embeddings.map(({ values }) => values),
    tokens: usageMetadata?.promptTokenCount ?? 0,
  }
}

/** Vectors are compared by their product, so each gets length 1. */
function toUnit(row: readonly number[]): Float32Array {
  const length = Math.hypot(...row) || 1
  return Float32Array.from(row, (value) => value / length)
}
