import type { Json } from "#basic/vm/value.ts"
import { readTranscript } from "#server/records/conversations/read-transcript.ts"
import { isJsonObject } from "../http/read-json.ts"
import { readAnswer } from "../model/read-answer.ts"
import { workOnText } from "../model/work-on-text.ts"
import { EffectFailed, type Step } from "../step.ts"

/** What of a conversation a model is given at most, the newest of it. Units: characters. */
const maxTranscriptChars = 40_000
const maxItems = 10

export interface AdviceRequest {
  readonly keyword: string
  /** What the model shall do with the conversation. */
  readonly task: string
  /** An id; empty for this conversation. */
  readonly conversation: string
  /** What the customer wrote last, where the script hands it over. */
  readonly message?: string | undefined
}

/**
 * Has the bot's model look at a conversation for whoever answers in it.
 *
 * Throws: EffectFailed "service.not_set_up", "model.*"; "conversation.not_found".
 */
export async function advise(
  { keyword, task, conversation, message = "" }: AdviceRequest,
  step: Step,
): Promise<string> {
  const said = String(
    (await step.record((tx, place) => readTranscript(tx, place, conversation))) ?? "",
  )
  const latest = message.trim() === "" ? "" : `\nCustomer: ${message}`
  return await workOnText(keyword, task, `${said}${latest}`.slice(-maxTranscriptChars), step)
}

/** The same, where the answer has to be an object. */
export async function adviseAsObject(
  request: AdviceRequest,
  step: Step,
): Promise<{ readonly [key: string]: Json }> {
  return objectOf(await advise(request, step))
}

/** Throws EffectFailed "model.broke_off" for an answer that is none. */
export function objectOf(answer: string): { readonly [key: string]: Json } {
  const read = readAnswer(answer, true)
  if (isJsonObject(read)) return read
  throw new EffectFailed("model.broke_off", "The model gave no object as its answer.")
}

/** The texts of a list, at most ten; a model may wrap each into an object. */
export function textsOf(value: Json | undefined): string[] {
  const items = Array.isArray(value) ? value : []
  return items
    .map((item) => (isJsonObject(item) ? (item.text ?? item.reply ?? item.tip) : item))
    .filter((item): item is string => typeof item === "string" && item.trim() !== "")
    .slice(0, maxItems)
}

/** A number between bounds; what is no number is the lower one. */
export function numberIn(value: Json | undefined, least: number, most: number): number {
  const number = Number(value)
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least
}

/** One of some words; the first for anything else. */
export function wordOf<W extends string>(value: Json | undefined, words: readonly [W, ...W[]]): W {
  const plain = String(value).trim().toLowerCase()
  return words.find((word) => word === plain) ?? words[0]
}
