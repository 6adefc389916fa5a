import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const text = z.string().min(1).max(limits.messageTextChars).refine(isStorable, unstorable)
const plain = z.string().max(1_000).refine(isStorable, unstorable)
const attribute = z.union([plain, z.number(), z.boolean(), z.null()])

/** What is known of the person who writes; nothing of it is verified, so nothing is looked up by it. */
export const ContactInput = z
  .object({
    id: plain.max(200).optional(),
    name: plain.trim().max(200).optional(),
    email: plain.trim().max(limits.emailChars).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
        error: "must be a language code such as en or pt-BR",
      })
      .optional(),
    attributes: z.record(plain.max(100), attribute).optional(),
  })
  .catchall(attribute)
  .refine((contact) => Object.keys(contact).length <= 50, { error: "must have at most 50 fields" })
  .refine((contact) => isStorable(Object.keys(contact).join()), unstorable)
export type ContactInput = z.input<typeof ContactInput>

/** The name a client gives a request so that repeating it causes nothing. */
export const IdempotencyKey = z
  .string()
  .min(1)
  .max(limits.idempotencyKeyChars)
  .regex(/^[\x21-\x7e]+$/, { error: "must be plain characters without blanks" })

export const StartInput = z.strictObject({
  text: text.optional(),
  contact: ContactInput.optional(),
  key: IdempotencyKey.optional(),
  /** What the visitor's browser says it would like to read: the header Accept-Language. */
  acceptLanguage: plain.max(500).optional().catch(undefined),
})
export type StartInput = z.input<typeof StartInput>

export const SaidText = z.strictObject({ text })
export const SaidChoice = z.strictObject({
  choice: z.string().min(1).max(limits.choiceChars).refine(isStorable, unstorable),
  waitId: plain.max(100).optional(),
})

/** What a visitor says: words, or one of the choices. */
export const Said = z.union([SaidText, SaidChoice])

export const SendInput = z.union([
  SaidText.extend({ key: IdempotencyKey.optional() }),
  SaidChoice.extend({ key: IdempotencyKey.optional() }),
])
export type SendInput = z.input<typeof SendInput>

/** The bytes come from the multipart parser alone: nothing in JSON is one. */
export const SendFileInput = z.strictObject({
  name: z.string().max(1_000),
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
  key: IdempotencyKey.optional(),
})
export type SendFileInput = z.input<typeof SendFileInput>

export const PassageInput = z.strictObject({ passageId: idOf("chk") })
export type PassageInput = z.input<typeof PassageInput>

export const ListMessagesInput = z.strictObject({
  /** The highest sequence number the caller has. */
  after: z.int().min(0).max(2_147_483_647).default(0),
  limit: z.int().min(1).max(limits.messagesPerPage).default(limits.messagesPerPage),
})
export type ListMessagesInput = z.input<typeof ListMessagesInput>
