import { accountRouter } from "./account-router.ts"
import { botsRouter } from "./bots-router.ts"
import { filesRouter } from "./files-router.ts"
import { inboxRouter } from "./inbox-router.ts"
import { mailsRouter } from "./mails-router.ts"
import { orgsRouter } from "./orgs-router.ts"
import { recordingsRouter } from "./recordings-router.ts"
import { resultsRouter } from "./results-router.ts"
import { schedulesRouter } from "./schedules-router.ts"
import { scriptsRouter } from "./scripts-router.ts"
import { settingsRouter } from "./settings-router.ts"
import { tablesRouter } from "./tables-router.ts"
import { tasksRouter } from "./tasks-router.ts"
import { testsRouter } from "./tests-router.ts"
import { router } from "./trpc.ts"
import { webhooksRouter } from "./webhooks-router.ts"

/** The dashboard's procedures, by noun. */
export const appRouter = router({
  account: accountRouter,
  orgs: orgsRouter,
  bots: botsRouter,
  files: filesRouter,
  scripts: scriptsRouter,
  settings: settingsRouter,
  schedules: schedulesRouter,
  webhooks: webhooksRouter,
  inbox: inboxRouter,
  tables: tablesRouter,
  tasks: tasksRouter,
  mails: mailsRouter,
  recordings: recordingsRouter,
  results: resultsRouter,
  tests: testsRouter,
})

/** What the dashboard's client is typed by. */
export type AppRouter = typeof appRouter
