import { accountRouter } from "./account-router.ts"
import { apiKeysRouter } from "./api-keys-router.ts"
import { approvalsRouter } from "./approvals-router.ts"
import { binRouter } from "./bin-router.ts"
import { botsRouter } from "./bots-router.ts"
import { commentsRouter } from "./comments-router.ts"
import { evaluationsRouter } from "./evaluations-router.ts"
import { filesRouter } from "./files-router.ts"
import { inboxRouter } from "./inbox-router.ts"
import { knowledgeRouter } from "./knowledge-router.ts"
import { mailsRouter } from "./mails-router.ts"
import { modelsRouter } from "./models-router.ts"
import { notificationsRouter } from "./notifications-router.ts"
import { orgsRouter } from "./orgs-router.ts"
import { packagesRouter } from "./packages-router.ts"
import { previewsRouter } from "./previews-router.ts"
import { promptsRouter } from "./prompts-router.ts"
import { recordingsRouter } from "./recordings-router.ts"
import { resultsRouter } from "./results-router.ts"
import { schedulesRouter } from "./schedules-router.ts"
import { scriptsRouter } from "./scripts-router.ts"
import { settingsRouter } from "./settings-router.ts"
import { tablesRouter } from "./tables-router.ts"
import { tasksRouter } from "./tasks-router.ts"
import { testsRouter } from "./tests-router.ts"
import { textsRouter } from "./texts-router.ts"
import { toolsRouter } from "./tools-router.ts"
import { router } from "./trpc.ts"
import { understandingRouter } from "./understanding-router.ts"
import { versionsRouter } from "./versions-router.ts"
import { webhooksRouter } from "./webhooks-router.ts"

/** The dashboard's procedures, by noun. */
export const appRouter = router({
  versions: versionsRouter,
  previews: previewsRouter,
  notifications: notificationsRouter,
  apiKeys: apiKeysRouter,
  bin: binRouter,
  account: accountRouter,
  orgs: orgsRouter,
  bots: botsRouter,
  comments: commentsRouter,
  files: filesRouter,
  knowledge: knowledgeRouter,
  scripts: scriptsRouter,
  settings: settingsRouter,
  models: modelsRouter,
  prompts: promptsRouter,
  evaluations: evaluationsRouter,
  tools: toolsRouter,
  schedules: schedulesRouter,
  webhooks: webhooksRouter,
  inbox: inboxRouter,
  tables: tablesRouter,
  approvals: approvalsRouter,
  tasks: tasksRouter,
  mails: mailsRouter,
  recordings: recordingsRouter,
  results: resultsRouter,
  tests: testsRouter,
  packages: packagesRouter,
  texts: textsRouter,
  understanding: understandingRouter,
})

/** What the dashboard's client is typed by. */
export type AppRouter = typeof appRouter
