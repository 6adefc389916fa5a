import { createHash, randomBytes } from "node:crypto"

/** The secret of a one-time link: 256 bits, as it stands in an address. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url")
}

/** What is stored of a secret, so that the database alone opens nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}
