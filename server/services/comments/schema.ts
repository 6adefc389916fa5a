import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const threadId = idOf("thr")
const place = z.number().min(-10_000_000).max(10_000_000)

export const CommentBody = z
  .string()
  .trim()
  .min(1)
  .max(limits.commentChars)
  .refine(isStorable, unstorable)
const mentions = z.array(idOf("usr")).max(20).default([])

export const ListCommentsInput = z.strictObject({ botId })
export type ListCommentsInput = z.input<typeof ListCommentsInput>

/** Where a conversation hangs: on a step or a card, or at a place of the canvas. */
export const StartThreadInput = z.strictObject({
  botId,
  scriptId: idOf("scr"),
  flow: z.string().max(100).refine(isStorable, unstorable),
  anchor: z.string().max(100).refine(isStorable, unstorable).nullable(),
  anchorText: z.string().max(300).refine(isStorable, unstorable).default(""),
  x: place,
  y: place,
  body: CommentBody,
  mentions,
})
export type StartThreadInput = z.input<typeof StartThreadInput>

export const ReplyInput = z.strictObject({ botId, threadId, body: CommentBody, mentions })
export type ReplyInput = z.input<typeof ReplyInput>

export const ResolveThreadInput = z.strictObject({ botId, threadId, isResolved: z.boolean() })
export type ResolveThreadInput = z.input<typeof ResolveThreadInput>

export const ThreadInput = z.strictObject({ botId, threadId })
export type ThreadInput = z.input<typeof ThreadInput>

export const CommentInput = z.strictObject({ botId, threadId, commentId: idOf("cmt") })
export type CommentInput = z.input<typeof CommentInput>
