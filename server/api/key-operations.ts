import type { OpenAPIHono } from "@hono/zod-openapi"
import type { ApiEnv } from "./gates.ts"
import type { Operation } from "./operation.ts"
import { addCreateBot, createBotOperation } from "./org-bots/create.ts"
import { addDeleteBot, deleteBotOperation } from "./org-bots/delete.ts"
import { addReadBot, readBotOperation } from "./org-bots/get.ts"
import { addListBots, listBotsOperation } from "./org-bots/list.ts"
import { addListFlows, listFlowsOperation } from "./org-bots/list-flows.ts"
import { addPublishBot, publishBotOperation } from "./org-bots/publish.ts"
import { addReadFlow, readFlowOperation } from "./org-bots/read-flow.ts"
import { addWriteFlow, writeFlowOperation } from "./org-bots/write-flow.ts"
import { addListConversations, listConversationsOperation } from "./org-conversations/list.ts"
import { addReadMessages, readMessagesOperation } from "./org-conversations/list-messages.ts"
import { addAddDocument, addDocumentOperation } from "./org-knowledge/add-document.ts"
import { addCreateBase, createBaseOperation } from "./org-knowledge/create-base.ts"
import { addDeleteDocument, deleteDocumentOperation } from "./org-knowledge/delete-document.ts"
import { addGetDocument, getDocumentOperation } from "./org-knowledge/get-document.ts"
import { addListBases, listBasesOperation } from "./org-knowledge/list-bases.ts"
import { addListDocuments, listDocumentsOperation } from "./org-knowledge/list-documents.ts"
import { addSearchKnowledge, searchKnowledgeOperation } from "./org-knowledge/search.ts"
import { addExportPackage, exportPackageOperation } from "./org-packages/export.ts"
import { addImportPackage, importPackageOperation } from "./org-packages/import.ts"

/** The registry of what a key of the API opens. */
export const keyOperations: readonly Operation[] = [
  listBotsOperation,
  createBotOperation,
  readBotOperation,
  deleteBotOperation,
  listFlowsOperation,
  readFlowOperation,
  writeFlowOperation,
  publishBotOperation,
  exportPackageOperation,
  importPackageOperation,
  listBasesOperation,
  createBaseOperation,
  listDocumentsOperation,
  addDocumentOperation,
  getDocumentOperation,
  deleteDocumentOperation,
  searchKnowledgeOperation,
  listConversationsOperation,
  readMessagesOperation,
]

/** Offers all of them. The gate of keys stands before them. */
export function addKeyOperations(app: OpenAPIHono<ApiEnv>): void {
  addListBots(app)
  addCreateBot(app)
  addReadBot(app)
  addDeleteBot(app)
  addListFlows(app)
  addReadFlow(app)
  addWriteFlow(app)
  addPublishBot(app)
  addExportPackage(app)
  addImportPackage(app)
  addListBases(app)
  addCreateBase(app)
  addListDocuments(app)
  addAddDocument(app)
  addGetDocument(app)
  addDeleteDocument(app)
  addSearchKnowledge(app)
  addListConversations(app)
  addReadMessages(app)
}
