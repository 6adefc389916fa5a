import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

export const ListTestsInput = z.strictObject({ botId: idOf("bot") })
export type ListTestsInput = z.input<typeof ListTestsInput>

export const SaveTestsInput = z.strictObject({
  botId: idOf("bot"),
  /** "start.test": the tests of the script "start". */
  name: z
    .string()
    .trim()
    .min(1)
    .max(limits.scriptNameChars)
    .regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _./-]*\.test$/u, { error: 'ends in ".test"' }),
  /** Empty takes the file away. */
  source: z.string().max(limits.testSourceChars).refine(isStorable, unstorable),
  /** The revision the change is made to; 0 for a new file. */
  baseRevision: z.int().min(0),
})
export type SaveTestsInput = z.input<typeof SaveTestsInput>
