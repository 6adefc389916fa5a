import { limits } from "#catalog/limits.ts"

/** The server takes no password with fewer different characters. */
const leastDifferent = 5

/** 0: would be refused; 1 weak, 2 fair, 3 good, 4 strong. */
export type PasswordScore = 0 | 1 | 2 | 3 | 4

const worn = [
  "password",
  "passwort",
  "senha",
  "contraseña",
  "motdepasse",
  "qwerty",
  "qwertz",
  "azerty",
  "letmein",
  "welcome",
  "iloveyou",
  "admin",
  "dragon",
  "monkey",
  "football",
  "botwright",
]

/**
 * Rates how hard a password is to guess, for the meter beside the field; the server decides what it takes.
 *
 * Counts the bits of the characters that surprise: repeats, runs such as `abc` or `321`, well-worn
 * words and the person's own name or address add next to nothing.
 */
export function ratePassword(password: string, personal: readonly string[] = []): PasswordScore {
  if (password.length < limits.passwordMinChars || new Set(password).size < leastDifferent) return 0
  const bits = countSurprises(withoutWords(password, personal)) * bitsPerCharacter(password)
  if (bits < 36) return 1
  if (bits < 52) return 2
  return bits < 72 ? 3 : 4
}

/** A word someone would try early counts as one character. */
function withoutWords(password: string, personal: readonly string[]): string {
  const own = personal.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  let rest = password.toLowerCase()
  for (const word of [...worn, ...own]) if (word.length >= 3) rest = rest.replaceAll(word, "~")
  return rest
}

function countSurprises(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    const stepBefore = text.charCodeAt(at - 1) - text.charCodeAt(at - 2)
    const isRun = at >= 2 && Math.abs(step) <= 1 && step === stepBefore
    const isRepeat = at >= 2 && text.lastIndexOf(text.slice(at - 1, at + 1), at - 2) >= 0
    count += isRun || isRepeat ? 0.2 : 1
  }
  return count
}

function bitsPerCharacter(password: string): number {
  let size = 0
  if (/\p{Ll}/u.test(password)) size += 26
  if (/\p{Lu}/u.test(password)) size += 26
  if (/\p{N}/u.test(password)) size += 10
  if (/[^\p{L}\p{N}]/u.test(password)) size += 20
  if (/[^\p{ASCII}]/u.test(password)) size += 40
  return Math.log2(Math.max(size, 10))
}
