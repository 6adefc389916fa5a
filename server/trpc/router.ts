import { accountRouter } from "./account-router.ts"
import { botsRouter } from "./bots-router.ts"
import { orgsRouter } from "./orgs-router.ts"
import { scriptsRouter } from "./scripts-router.ts"
import { router } from "./trpc.ts"

/** The dashboard's procedures, by noun. */
export const appRouter = router({
  account: accountRouter,
  orgs: orgsRouter,
  bots: botsRouter,
  scripts: scriptsRouter,
})

/** What the dashboard's client is typed by. */
export type AppRouter = typeof appRouter
