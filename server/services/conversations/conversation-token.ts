import { createHmac, hkdfSync, randomBytes } from "node:crypto"
import type { Secrets } from "#server/secrets/load-secrets.ts"

const keys = new WeakMap<Secrets, Buffer>()

/**
 * Makes the token that opens one conversation: 256 bits nobody can guess.
 *
 * For a request that can be repeated (`repeat` names it) it is derived, so that the repetition is
 * answered with the same token although only its hash is stored.
 */
export function newConversationToken(secrets: Secrets, repeat: string | null): string {
  if (repeat === null) return randomBytes(32).toString("base64url")
  return createHmac("sha256", keyOf(secrets)).update(repeat).digest("base64url")
}

function keyOf(secrets: Secrets): Buffer {
  const known = keys.get(secrets)
  if (known !== undefined) return known
  const bytes = hkdfSync("sha256", secrets.encryptionKey, "", "conversation-token", 32)
  const key = Buffer.from(bytes)
  keys.set(secrets, key)
  return key
}
