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
  return `${words || "bot"}-${randomText(6)}`
}

/** Makes the public name of a bot's staging: whoever has it may come in, so nobody can guess it. */
export function newStagingSlug(): string {
  return `staging-${randomText(26)}`
}

const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join("")
