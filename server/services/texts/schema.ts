import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

export const ExportTextsInput = z.strictObject({ botId: idOf("bot") })
export type ExportTextsInput = z.input<typeof ExportTextsInput>

export const ImportTextsInput = z.strictObject({
  botId: idOf("bot"),
  /** A sheet with the columns flow, step, part, text and one for each language, as exporting gives it. */
  csv: z.string().max(limits.draftSourceChars).refine(isStorable, unstorable),
})
export type ImportTextsInput = z.input<typeof ImportTextsInput>
