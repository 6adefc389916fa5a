import { createHmac, timingSafeEqual } from "node:crypto"
import { AppError } from "#server/errors/app-error.ts"

/** How far the clock of the sender may be off, and how long a request stays good. Units: seconds. */
const windowSeconds = 300

/**
 * Checks `Botwright-Signature: t=<seconds>,v1=<hex>` over the bytes as they came: HMAC-SHA256 of
 * `<seconds>.<body>`. Compared in constant time; several v1 are allowed, for a change of the secret.
 *
 * Throws: AppError "webhook.signature_refused".
 */
export function checkSignature(
  secret: string | null,
  header: string | undefined,
  body: Uint8Array,
  nowMs: number,
): void {
  if (secret === null || secret === "") refuse("the bot has no secret to check it with")
  const parts = (header ?? "").split(",").map((part) => part.trim().split("="))
  const times = parts.filter(([name]) => name === "t").map(([, value]) => value ?? "")
  const given = parts.filter(([name]) => name === "v1").map(([, value]) => value ?? "")
  const [time = ""] = times
  if (times.length !== 1 || !/^\d{1,12}$/.test(time) || given.length === 0)
    refuse("it has no signature of the form t=<time>,v1=<hex>")
  if (Math.abs(nowMs / 1000 - Number(time)) > windowSeconds)
    refuse("its time is more than five minutes away from ours")
  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest()
  const isRight = given.slice(0, 5).some((hex) => isSame(hex, expected))
  if (!isRight) refuse("the signature does not fit the body")
}

function isSame(hex: string, expected: Buffer): boolean {
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false
  return timingSafeEqual(Buffer.from(hex, "hex"), expected)
}

function refuse(reason: string): never {
  throw new AppError("webhook.signature_refused", { reason })
}
