import {
  type AnswerMode,
  type Assistant,
  answerModes,
  checkName,
  chooseWord,
  type ModelRouting,
  modelRoutings,
} from "./assistant.ts"

/** Words a script may use instead of a model's name; the bot's settings say which model each of them is. */
export const modelAliases = ["fast", "quality", "code", "auto", "default"] as const

/** "auto", "default" and the empty text go back to the bot's own choice. */
export function useModel(assistant: Assistant, given: string): void {
  const name = given.trim()
  const isOwn = name === "" || /^(?:auto|default)$/i.test(name)
  assistant.model = isOwn ? null : checkName("model", name)
}

export const currentModel = ({ model }: Assistant): string => model ?? "default"

export function setModelRouting(assistant: Assistant, given: string): ModelRouting {
  assistant.modelRouting = chooseWord("way to choose a model", modelRoutings, given)
  return assistant.modelRouting
}

export function setAnswerMode(assistant: Assistant, given: string): AnswerMode {
  assistant.answerMode = chooseWord("answer mode", answerModes, given)
  return assistant.answerMode
}
