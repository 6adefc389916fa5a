import { duplicateBot } from "#server/services/packages/duplicate.ts"
import { exportPackage } from "#server/services/packages/export.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

/** Bots as one file. Importing takes a file, so it has a route of its own: `server/http/upload-route.ts`. */
export const packagesRouter = router({
  duplicate: orgMutation(duplicateBot),
  export: orgQuery(exportPackage),
})
