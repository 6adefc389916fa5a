import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import { limits } from "#catalog/limits.ts"
import type { Secrets } from "#server/secrets/load-secrets.ts"

const mark = "op"

const Payload = z.tuple([z.string(), z.number(), z.string()])

/**
 * Makes the secret of a link with which an account's holder sets a new password, without a database.
 *
 * Only whoever can read the installation's secrets can make one, and they could do anything; the server
 * itself may be running meanwhile. It works once, like the links that are sent by mail.
 * Shape: `op.`, what it is for, `.`, its signature.
 */
export function signOperatorReset(
  secrets: Pick<Secrets, "sessionSecret">,
  email: string,
  now: Date,
): string {
  const expiresAt = now.getTime() + limits.resetLinkMinutes * 60_000
  const payload = [email.trim().toLowerCase(), expiresAt, randomBytes(12).toString("base64url")]
  const text = Buffer.from(JSON.stringify(payload)).toString("base64url")
  return `${mark}.${text}.${sign(secrets, text)}`
}

/** Reads whom such a secret is for; null when it was not made here or has expired. */
export function readOperatorReset(
  secrets: Pick<Secrets, "sessionSecret">,
  token: string,
  now: Date,
): { email: string; expiresAt: Date } | null {
  const [given, text = "", signature = "", ...rest] = token.split(".")
  if (given !== mark || rest.length > 0 || !isSame(signature, sign(secrets, text))) return null
  const payload = Payload.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()))
  if (!payload.success || payload.data[1] <= now.getTime()) return null
  return { email: payload.data[0], expiresAt: new Date(payload.data[1]) }
}

function sign({ sessionSecret }: Pick<Secrets, "sessionSecret">, text: string): string {
  const key = Buffer.from(hkdfSync("sha256", sessionSecret, "", "operator-reset", 32))
  return createHmac("sha256", key).update(text).digest("base64url")
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
