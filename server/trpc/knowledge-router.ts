import { addSite } from "#server/services/knowledge/add-site.ts"
import { changeModel } from "#server/services/knowledge/change-model.ts"
import { createBase } from "#server/services/knowledge/create-base.ts"
import { deleteBase } from "#server/services/knowledge/delete-base.ts"
import { deleteDocument } from "#server/services/knowledge/delete-document.ts"
import { deleteSite } from "#server/services/knowledge/delete-site.ts"
import { listBases } from "#server/services/knowledge/list-bases.ts"
import { listChunks } from "#server/services/knowledge/list-chunks.ts"
import { listDocuments } from "#server/services/knowledge/list-documents.ts"
import { listEmbedders } from "#server/services/knowledge/list-embedders.ts"
import { refreshSite } from "#server/services/knowledge/refresh-site.ts"
import { retryDocument } from "#server/services/knowledge/retry-document.ts"
import { searchBotKnowledge } from "#server/services/knowledge/search.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const knowledgeRouter = router({
  bases: orgQuery(listBases),
  createBase: orgMutation(createBase),
  deleteBase: orgMutation(deleteBase),
  documents: orgQuery(listDocuments),
  deleteDocument: orgMutation(deleteDocument),
  retryDocument: orgMutation(retryDocument),
  chunks: orgQuery(listChunks),
  embedders: orgQuery(listEmbedders),
  changeModel: orgMutation(changeModel),
  search: orgQuery(searchBotKnowledge),
  addSite: orgMutation(addSite),
  refreshSite: orgMutation(refreshSite),
  deleteSite: orgMutation(deleteSite),
})
