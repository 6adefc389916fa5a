import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const words = (most: number) => z.string().trim().min(1).max(most).refine(isStorable, unstorable)

export const inboxFilters = ["open", "mine", "all"] as const
export type InboxFilter = (typeof inboxFilters)[number]

export const ListInboxInput = z.strictObject({ filter: z.enum(inboxFilters).default("open") })
export type ListInboxInput = z.input<typeof ListInboxInput>

export const ConversationInput = z.strictObject({ conversationId: idOf("cnv") })
export type ConversationInput = z.input<typeof ConversationInput>

export const InboxPassageInput = ConversationInput.extend({
  passageId: idOf("chk"),
})
export type InboxPassageInput = z.input<typeof InboxPassageInput>

export const ReplyInput = ConversationInput.extend({ text: words(limits.messageTextChars) })
export type ReplyInput = z.input<typeof ReplyInput>

export const NoteInput = ConversationInput.extend({ text: words(limits.taskTextChars) })
export type NoteInput = z.input<typeof NoteInput>

export const TagInput = ConversationInput.extend({
  tag: words(limits.tagChars),
  isOn: z.boolean(),
})
export type TagInput = z.input<typeof TagInput>

export const ResolveInput = ConversationInput.extend({
  /** Where the bot goes on: at its open question, or anew with the next message. */
  goOn: z.enum(["here", "end"]).default("here"),
  reason: z.string().trim().max(500).refine(isStorable, unstorable).default(""),
})
export type ResolveInput = z.input<typeof ResolveInput>

export const PresenceInput = z.strictObject({
  status: z.enum(["online", "busy", "away", "offline"]),
})
export type PresenceInput = z.input<typeof PresenceInput>
