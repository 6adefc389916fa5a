import { limits } from "#catalog/limits.ts"
import { EffectFailed, type Step } from "../../step.ts"

/**
 * Words by which somebody tries to give orders to the model instead of asking. They change nothing by
 * themselves: what may be done is decided by the bot's tools. They are noted, and such an answer is never kept.
 */
const orders = [
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:previous|above|prior|all|your)\b.{0,30}\b(?:instructions?|rules|prompts?)/i,
  /\b(?:ignor[ea]|desconsidere|esqueça|olvida|oublie|vergiss|ignoriere)\b.{0,40}\b(?:instruç|instruc|regras|reglas|consignes|anweisungen|regeln)/i,
  /\b(?:reveal|print|show|repeat|tell)\b.{0,30}\b(?:system prompt|your (?:instructions|prompt|rules))/i,
  /\byou are now\b|\bact as\b.{0,20}\b(?:admin|root|developer|dan)\b|\bdeveloper mode\b|\bjailbreak/i,
  /<\/?(?:system|documents?|instructions)\b|\[\[unknown\]\]|<\|im_(?:start|end)\|>/i,
]

/** Something by which a person is known; answers to such questions are theirs alone. */
const personal = [
  /[\w.+-]+@[\w-]+\.[\w.]+/,
  /(?:\+|\b)\d[\d\s().-]{6,}\d/,
  /\b(?:my name is|me chamo|meu nome|me llamo|mi nombre|ich heiße|je m’?appelle|adım)\b/i,
]

export interface GuardedQuestion {
  readonly text: string
  readonly isSuspicious: boolean
  readonly isPersonal: boolean
}

/** Looks at a question before anybody else does. Throws: `EffectFailed` "model.limit_reached". */
export function guardQuestion(question: string, step: Step): GuardedQuestion {
  const text = question.trim()
  if (text.length > limits.answerQuestionChars)
    throw new EffectFailed(
      "model.limit_reached",
      `A question has at most ${limits.answerQuestionChars} characters; this one has ${text.length}.`,
    )
  const isSuspicious = looksLikeOrders(text)
  if (isSuspicious) step.log("policy: the question tries to give orders to the model")
  return { text, isSuspicious, isPersonal: personal.some((pattern) => pattern.test(text)) }
}

export const looksLikeOrders = (text: string): boolean =>
  orders.some((pattern) => pattern.test(text))
