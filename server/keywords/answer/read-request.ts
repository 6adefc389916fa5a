import type { talkAnswer } from "#basic/keywords/talk-answer.ts"
import type { ArgsOf } from "../handler.ts"
import { applyPrompt } from "../prompts/apply-prompt.ts"
import { EffectFailed, type Step } from "../step.ts"
import type { AnswerRequest } from "./request.ts"

type Given = Partial<ArgsOf<typeof talkAnswer>>

/** Reads the operands of a statement. Throws: `EffectFailed` "assistant.word_unknown", "prompt.*". */
export async function readRequest(
  keyword: AnswerRequest["keyword"],
  given: Given,
  step: Step,
): Promise<AnswerRequest> {
  const { question = "", instructions = "", optimizeFor, maxCost, maxSteps } = given
  const unsure = readUnsure(given.unsure)
  const prompt = await applyPrompt(keyword, given, step)
  const told = [prompt?.text ?? "", instructions].filter((text) => text !== "").join("\n\n")
  return {
    ...{ keyword, question, prompt, instructions: told, optimizeFor, maxCost, maxSteps },
    bases: split(given.base, /[,;]/).map((name) => name.replace(/\.gbkb$/i, "")),
    tools: split(given.tools, /[,;]/),
    exits: split(given.exits, /;/),
    askFirst: split(given.askFirst, /[,;]/),
    approver: (given.approver ?? "").trim().slice(0, 254),
    hasMemory: given.memory ?? false,
    unsure,
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
