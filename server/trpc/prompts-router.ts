import { createPrompt } from "#server/services/prompts/create.ts"
import { deletePrompt } from "#server/services/prompts/delete.ts"
import { endSplit } from "#server/services/prompts/end-split.ts"
import { readPromptFigures } from "#server/services/prompts/figures.ts"
import { getPrompt } from "#server/services/prompts/get.ts"
import { listPrompts } from "#server/services/prompts/list.ts"
import { savePromptVersion } from "#server/services/prompts/save-version.ts"
import { setLivePrompt } from "#server/services/prompts/set-live.ts"
import { startSplit } from "#server/services/prompts/start-split.ts"
import { updatePrompt } from "#server/services/prompts/update.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const promptsRouter = router({
  list: orgQuery(listPrompts),
  get: orgQuery(getPrompt),
  figures: orgQuery(readPromptFigures),
  create: orgMutation(createPrompt),
  update: orgMutation(updatePrompt),
  delete: orgMutation(deletePrompt),
  saveVersion: orgMutation(savePromptVersion),
  setLive: orgMutation(setLivePrompt),
  startSplit: orgMutation(startSplit),
  endSplit: orgMutation(endSplit),
})
