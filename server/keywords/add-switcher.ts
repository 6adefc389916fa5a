import { addSwitcher as offerSwitcher } from "#basic/assistant/looks.ts"
import { addSwitcher } from "#basic/keywords/add-switcher.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const addSwitcherHandler = assistantHandler(addSwitcher, (assistant, { id = "", label }) =>
  offerSwitcher(assistant, id, label),
)
