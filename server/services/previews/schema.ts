import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"
import { HistoryRef } from "../versions/schema.ts"

const botId = idOf("bot")
const password = z.string().min(1).max(limits.passwordMaxChars).refine(isStorable, unstorable)

export const CreatePreviewInput = z.strictObject({
  botId,
  /** A version or a kept state; the draft, as it is when somebody looks, when left out. */
  ref: HistoryRef.optional(),
  days: z.int().min(1).max(limits.previewDays),
  password: password.optional(),
})
export type CreatePreviewInput = z.input<typeof CreatePreviewInput>

export const PreviewsInput = z.strictObject({ botId })
export type PreviewsInput = z.input<typeof PreviewsInput>

export const RevokePreviewInput = z.strictObject({ botId, previewId: idOf("pvw") })
export type RevokePreviewInput = z.input<typeof RevokePreviewInput>

const token = z.string().min(20).max(100)

export const OpenPreviewInput = z.strictObject({ token, password: password.optional() })
export type OpenPreviewInput = z.input<typeof OpenPreviewInput>

const words = z.string().max(limits.messageTextChars).refine(isStorable, unstorable)

/** What the visitor did so far, in order. */
export const PreviewAct = z.union([
  z.strictObject({ say: words }),
  z.strictObject({ choose: words.max(limits.choiceChars) }),
  /** Time passes. Units: seconds. */
  z.strictObject({
    skip: z
      .number()
      .min(1)
      .max(31 * 86_400),
  }),
])
export type PreviewAct = z.output<typeof PreviewAct>

export const TalkToPreviewInput = z.strictObject({
  token,
  /** What `open` gave for the password. */
  pass: z.string().max(200),
  acts: z.array(PreviewAct).max(limits.previewActs),
  /** When the conversation began: what its clock starts with. Units: ms since 1970 UTC. */
  beganMs: z.int().min(0).max(4_102_444_800_000),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
})
export type TalkToPreviewInput = z.input<typeof TalkToPreviewInput>
