import { z } from "zod"
import { limits } from "#catalog/limits.ts"
import { IdempotencyKey } from "../conversations/schema.ts"

/** What a form on a page sends. */
export const SubmitFormInput = z.strictObject({
  form: z.string().min(1).max(limits.eventNameChars),
  fields: z.record(z.string().max(200), z.json()),
  /** The address of the page, as the browser says it. */
  page: z.string().max(2_000).nullable(),
  key: IdempotencyKey.optional(),
})
export type SubmitFormInput = z.input<typeof SubmitFormInput>
