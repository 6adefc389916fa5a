import { exportTexts } from "#server/services/texts/export.ts"
import { importTexts } from "#server/services/texts/import.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

/** What a bot says, in its languages. */
export const textsRouter = router({
  export: orgQuery(exportTexts),
  import: orgMutation(importTexts),
})
