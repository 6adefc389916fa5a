import { z } from "zod"
import { idOf } from "#catalog/ids.ts"

export const mailStates = ["draft", "due", "sending", "sent", "failed"] as const
export type MailState = (typeof mailStates)[number]

export const ListMailsInput = z.strictObject({ state: z.enum(mailStates).optional() })
export type ListMailsInput = z.input<typeof ListMailsInput>

export const MailInput = z.strictObject({ mailId: idOf("mal") })
export type MailInput = z.input<typeof MailInput>
