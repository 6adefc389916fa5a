import { fromJson, toText } from "../../vm/json.ts"
import { ListValue, type Value } from "../../vm/value.ts"
import { operandText, operandValue } from "../operands.ts"
import { done, type PretendHandler, type PretendHandlers } from "../pretended.ts"

const notAsked = "The model was not asked; a pretended answer was given."

/** The text as it was given: what a model would do to it needs a model. */
const sameText: PretendHandler = (operands) => done(notAsked, operandText(operands, "text"))

const llm: PretendHandler = (operands) => {
  const prompt = operandText(operands, "prompt").replace(/\s+/g, " ").trim()
  return done(notAsked, `(an answer to: ${prompt.slice(0, 80)})`)
}

const summarize: PretendHandler = (operands) => {
  const text = operandText(operands, "text").trim()
  const [first = ""] = text.split(/(?<=[.!?])\s/, 1)
  return done(notAsked, first.slice(0, 200))
}

const classify: PretendHandler = (operands) => {
  const given = operandValue(operands, "labels")
  const labels: readonly Value[] = given instanceof ListValue ? flatten(given.items) : [given]
  return done(notAsked, toText(labels[0] ?? null))
}
const flatten = (items: readonly Value[]): Value[] =>
  items.flatMap((item) => (item instanceof ListValue ? item.items : [item]))

/** What models do, in a preview. */
export const modelPretend: PretendHandlers = {
  LLM: llm,
  REWRITE: sameText,
  "IMPROVE TEXT": sameText,
  ANSWER: (operands) => done(notAsked, `(an answer to: ${operandText(operands, "question")})`),
  SUMMARIZE: summarize,
  TRANSLATE: (operands) =>
    done(notAsked, `${operandText(operands, "text")} (${operandText(operands, "language")})`),
  CLASSIFY: classify,
  SENTIMENT: () => done(notAsked, fromJson({ sentiment: "positive", score: 0.8 })),
}
