import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { keyScopes } from "#catalog/key-scopes.ts"
import { limits } from "#catalog/limits.ts"
import { isOneLine } from "../accounts/schema.ts"

const keyId = idOf("key")
const name = z.string().trim().min(1).max(limits.nameChars).refine(isOneLine, {
  error: "must be one line without control characters",
})

export const CreateKeyInput = z.strictObject({
  name,
  /** What it may do; nothing that its maker may not. */
  scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
  /** The bots it is limited to; null for all of the organization, those to come included. */
  botIds: z.array(idOf("bot")).min(1).max(limits.botsPerOrg).nullable().default(null),
  /** After so many days it opens nothing; null for as long as nobody revokes it. */
  days: z.int().min(1).max(limits.apiKeyDays).nullable().default(90),
})
export type CreateKeyInput = z.input<typeof CreateKeyInput>

export const RenameKeyInput = z.strictObject({ keyId, name })
export type RenameKeyInput = z.input<typeof RenameKeyInput>

export const KeyInput = z.strictObject({ keyId })
export type KeyInput = z.input<typeof KeyInput>
