import { createHash } from "node:crypto"

/** Tells two bodies under one idempotency key apart. The input was parsed, so its fields are in one order. */
export function hashBody(body: object): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("base64url")
}
