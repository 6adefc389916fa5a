import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"

/** An e-mail address as it is stored and compared. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.emailChars)
  .refine((text) => z.regexes.unicodeEmail.test(text) && isOneLine(text), {
    error: "must be an e-mail address",
  })

export const PersonName = z.string().trim().min(1).max(limits.nameChars).refine(isOneLine, {
  error: "must be one line without control characters",
})

export const NewPassword = z
  .string()
  .min(limits.passwordMinChars)
  .max(limits.passwordMaxChars)
  .refine((password) => new Set(password).size >= 5, {
    error: "must have at least 5 different characters",
  })

/** A password as it is checked: whatever its length once was. */
const GivenPassword = z.string().max(limits.passwordMaxChars)

/** The secret part of a one-time link. */
export const LinkToken = z.string().min(20).max(600)

export const NoInput = z.strictObject({}).optional()

export const SignUpInput = z.strictObject({
  email: EmailAddress,
  name: PersonName,
  password: NewPassword,
})
export type SignUpInput = z.input<typeof SignUpInput>

export const SignInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(limits.emailChars),
  password: GivenPassword,
})
export type SignInInput = z.input<typeof SignInInput>

export const RevokeSessionInput = z.strictObject({ sessionId: idOf("ses") })
export type RevokeSessionInput = z.input<typeof RevokeSessionInput>

export const ChangePasswordInput = z.strictObject({
  currentPassword: GivenPassword,
  newPassword: NewPassword,
})
export type ChangePasswordInput = z.input<typeof ChangePasswordInput>

export const RequestResetInput = z.strictObject({ email: EmailAddress })
export type RequestResetInput = z.input<typeof RequestResetInput>

export const ResetPasswordInput = z.strictObject({ token: LinkToken, newPassword: NewPassword })
export type ResetPasswordInput = z.input<typeof ResetPasswordInput>

/** Text as it can be stored: the one character that no database keeps is refused. */
export function isStorable(text: string): boolean {
  return !text.includes("\0")
}
export const unstorable = { error: "holds a character that cannot be stored (U+0000)" }

/** Names stand in lists, mails and logs, so they hold no line breaks, escapes or direction marks. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text)
}
