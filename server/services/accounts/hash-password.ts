import { hash, verify } from "@node-rs/argon2"

/** Argon2id (the library's default kind) with 19 MiB and two passes, as OWASP advises. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password nobody has: checking against it takes as long as checking against a real one. */
let hashOfNobody: Promise<string> | null = null

/** Hashes a password for storing, in argon2's own text form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * Tells whether a password is the one that was hashed. Without a hash it takes the same time and says no.
 */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword(crypto.randomUUID())
  const isRight = await verify(storedHash ?? (await hashOfNobody), password)
  return isRight && storedHash !== null
}
