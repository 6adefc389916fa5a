import type { AnswerReader } from "../reader.ts"

const maxNameChars = 100

/** ANA and ana become Ana; McDonald stays as it is written. */
const capitalizePart = (part: string): string => {
  const [first = "", ...rest] = [...part]
  const tail = rest.join("")
  const isShouted = rest.length > 0 && part === part.toUpperCase()
  return first.toUpperCase() + (isShouted ? tail.toLowerCase() : tail)
}

/** A person's name: letters of any script, blanks, hyphens and apostrophes, 2 to 100 characters. */
export const readName: AnswerReader = (reply) => {
  const name = reply.replace(/\s+/g, " ").replaceAll("’", "'")
  if (name.length < 2 || name.length > maxNameChars) return null
  if (!/^[\p{L}\p{M} '-]+$/u.test(name) || !/^\p{L}/u.test(name)) return null
  return name
    .split(/([ '-])/)
    .map((part) => capitalizePart(part))
    .join("")
}
