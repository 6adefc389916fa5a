import { randomBytes } from "node:crypto"

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/**
 * Makes a bot's public name from its name: readable, and with an end nobody else has or can guess.
 *
 * Shape: `opening-hours-7k2m9x`.
 */
export function newSlug(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "")
  const end = Array.from(randomBytes(6), (byte) => alphabet[byte & 31]).join("")
  return `${words || "bot"}-${end}`
}
