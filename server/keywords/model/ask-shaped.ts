import type { z } from "zod"
import type { Json } from "#basic/vm/value.ts"
import type { ModelAnswer, ModelQuestion } from "#server/models/port.ts"
import { readAnswer } from "./read-answer.ts"

/** What an answer has to be: an object of this JSON Schema. */
export interface AnswerShape {
  readonly schema: Json
  readonly reader: z.ZodType
}

export interface ShapedAnswer extends ModelAnswer {
  /** The answer as a value; null when it does not fit. */
  readonly value: Json
  /** Why it does not fit; null when it does. */
  readonly problem: string | null
}

/**
 * Asks for an answer of a shape. One that does not fit is told what is wrong and asked once more; tokens of both
 * are counted together.
 */
export async function askShaped(
  question: ModelQuestion,
  shape: AnswerShape,
  ask: (question: ModelQuestion) => Promise<ModelAnswer>,
): Promise<ShapedAnswer> {
  const first = await ask(question)
  const read = readShaped(first, shape)
  if (read.problem === null) return { ...first, ...read }
  const mended = await ask({ ...question, messages: askAgain(question, first, read.problem) })
  return {
    ...mended,
    ...readShaped(mended, shape),
    inputTokens: first.inputTokens + mended.inputTokens,
    cachedTokens: first.cachedTokens + mended.cachedTokens,
    outputTokens: first.outputTokens + mended.outputTokens,
  }
}

function askAgain(
  { messages }: ModelQuestion,
  { text }: ModelAnswer,
  problem: string,
): ModelQuestion["messages"] {
  const remark = `That cannot be used: ${problem} Reply with the corrected JSON object alone.`
  const said = text.trim() === "" ? [] : [{ role: "assistant", text } as const]
  const last = messages.at(-1)
  // Services want the two sides in turn.
  if (said.length === 0 && last?.role === "user")
    return [...messages.slice(0, -1), { ...last, text: `${last.text}\n\n${remark}` }]
  return [...messages, ...said, { role: "user", text: remark }]
}

function readShaped(
  { text, isCut }: ModelAnswer,
  { reader }: AnswerShape,
): Pick<ShapedAnswer, "value" | "problem"> {
  const value = readAnswer(text, true)
  if (typeof value !== "object" || value === null)
    return { value: null, problem: isCut ? "It was too long and broke off." : "It is no JSON." }
  const parsed = reader.safeParse(value)
  if (parsed.success) return { value: parsed.data as Json, problem: null }
  const [issue] = parsed.error.issues
  const place = issue?.path.join(".") ?? ""
  const said = `${place === "" ? "the object" : place}: ${issue?.message ?? "does not fit"}`
  return { value: null, problem: `${said.slice(0, 300)}.` }
}
