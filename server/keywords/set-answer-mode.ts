import { setAnswerMode as chooseMode } from "#basic/assistant/models.ts"
import { setAnswerMode } from "#basic/keywords/set-answer-mode.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const setAnswerModeHandler = assistantHandler(setAnswerMode, (assistant, { mode = "" }) => {
  chooseMode(assistant, mode)
})
