import type { talkAnswer } from "#basic/keywords/talk-answer.ts"
import type { ArgsOf } from "../handler.ts"
import { EffectFailed } from "../step.ts"
import type { AnswerRequest } from "./request.ts"

type Given = Partial<ArgsOf<typeof talkAnswer>>

/** Reads the operands of a statement. Throws: `EffectFailed` "assistant.word_unknown". */
export function readRequest(keyword: AnswerRequest["keyword"], given: Given): AnswerRequest {
  const { question = "", instructions = "", optimizeFor, maxCost, maxSteps } = given
  return {
    ...{ keyword, question, instructions, optimizeFor, maxCost, maxSteps },
    bases: split(given.base, /[,;]/).map((name) => name.replace(/\.gbkb$/i, "")),
    tools: split(given.tools, /[,;]/),
    exits: split(given.exits, /;/),
    unsure: readUnsure(given.unsure),
  }
}

/** Units of the limit: names. */
const maxNames = 50

const split = (text: string | undefined, between: RegExp): string[] =>
  (text ?? "")
    .split(between)
    .map((name) => name.trim().slice(0, 200))
    .filter((name) => name !== "")
    .slice(0, maxNames)

function readUnsure(text: string | undefined): AnswerRequest["unsure"] {
  const word = (text ?? "say").trim().toLowerCase()
  if (word === "" || word === "say") return "say"
  if (word === "person" || word === "human") return "person"
  if (word === "fail" || word === "error") return "fail"
  throw new EffectFailed(
    "assistant.word_unknown",
    `UNSURE takes "say", "person" or "fail", not ${JSON.stringify(word.slice(0, 40))}.`,
  )
}
