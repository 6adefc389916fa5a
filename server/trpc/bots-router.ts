import { createBot } from "#server/services/bots/create.ts"
import { deleteBot } from "#server/services/bots/delete.ts"
import { getBot } from "#server/services/bots/get.ts"
import { getTemplate } from "#server/services/bots/get-template.ts"
import { listBots } from "#server/services/bots/list.ts"
import { listTemplates } from "#server/services/bots/list-templates.ts"
import { listVersions } from "#server/services/bots/list-versions.ts"
import { loadDraft } from "#server/services/bots/load-draft.ts"
import { publishBot } from "#server/services/bots/publish.ts"
import { renameBot } from "#server/services/bots/rename.ts"
import { saveDraft } from "#server/services/bots/save-draft.ts"
import { setAllowedOrigins } from "#server/services/bots/set-allowed-origins.ts"
import { listPeople } from "#server/services/shared-flows/list-people.ts"
import { orgMutation, orgQuery, personQuery, router } from "./trpc.ts"

export const botsRouter = router({
  list: orgQuery(listBots),
  people: orgQuery(listPeople),
  create: orgMutation(createBot),
  get: orgQuery(getBot),
  template: personQuery(getTemplate),
  templates: personQuery(listTemplates),
  rename: orgMutation(renameBot),
  setAllowedOrigins: orgMutation(setAllowedOrigins),
  delete: orgMutation(deleteBot),
  loadDraft: orgQuery(loadDraft),
  saveDraft: orgMutation(saveDraft),
  publish: orgMutation(publishBot),
  versions: orgQuery(listVersions),
})
