/** Somebody who can be named in a comment. */
export interface Nameable {
  readonly userId: string
  readonly name: string
}

/** What stands behind the last @ before the cursor, while a name is being typed; null otherwise. */
export function findMention(text: string, cursor: number): { start: number; typed: string } | null {
  const before = text.slice(0, cursor)
  const start = before.lastIndexOf("@")
  if (start < 0 || (start > 0 && !/[\s(]/.test(before[start - 1] ?? ""))) return null
  const typed = before.slice(start + 1)
  return typed.includes("\n") || typed.length > 40 ? null : { start, typed }
}

/** People whose name, or a word of it, begins with what was typed. */
export function suggest(people: readonly Nameable[], typed: string): Nameable[] {
  const wanted = typed.toLocaleLowerCase()
  return people
    .filter(({ name }) => {
      const low = name.toLocaleLowerCase()
      return low.startsWith(wanted) || low.split(/\s+/).some((word) => word.startsWith(wanted))
    })
    .slice(0, 6)
}

/** Who is named in a text, by "@" and the whole name. */
export function listMentions(text: string, people: readonly Nameable[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId)
}

/** The text in parts: names that are meant as such, and the words around them. */
export function splitMentions(
  text: string,
  named: readonly Nameable[],
): { text: string; isName: boolean }[] {
  const names = named.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length)
  const parts: { text: string; isName: boolean }[] = []
  let at = 0
  let plain = ""
  while (at < text.length) {
    const found = names.find((name) => text.startsWith(name, at))
    if (found === undefined) plain += text[at++]
    else {
      if (plain !== "") parts.push({ text: plain, isName: false })
      plain = ""
      parts.push({ text: found, isName: true })
      at += found.length
    }
  }
  return plain === "" ? parts : [...parts, { text: plain, isName: false }]
}
