import type { Diagnostic } from "#basic"

/** What is said: a finding about a text, or what stopped a run or a test. */
export interface SaidFinding {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly facts?: Readonly<Record<string, string | number | null>>
  readonly fix?: Diagnostic["fix"]
}

export interface FindingWords {
  readonly message: string
  readonly hint: string | null
  readonly fix: string | null
}

type Facts = Readonly<Record<string, string | number>>

/** A text of the catalogue with the facts put in; null when the catalogue has none. */
export type FindText = (key: string, facts: Facts) => string | null

/** The sentences of a finding in the catalogue's language; the definition's own where it has none. */
export function sayFinding(found: SaidFinding, find: FindText): FindingWords {
  // Errors of the server have sentences of their own.
  if (!found.code.startsWith("basic."))
    return { message: found.message, hint: found.hint ?? null, fix: null }
  const code = found.code.slice("basic.".length)
  const facts = translateFacts(found, find)
  const message = find(code, facts) || found.message
  const hint = found.hint === undefined ? null : (findHint(found, code, facts, find) ?? found.hint)
  return { message, hint, fix: found.fix === undefined ? null : sayFix(found.fix.title, find) }
}

function findHint(found: SaidFinding, code: string, facts: Facts, find: FindText): string | null {
  if (typeof found.facts?.nearest === "string")
    return find(`${code}.nearest`, facts) ?? find("nearest", facts)
  const variant = variantOf(code, found.facts ?? {})
  return (
    (variant === null ? null : find(`${code}.hint_${variant}`, facts)) ??
    find(`${code}.hint`, facts)
  )
}

type RawFacts = Readonly<Record<string, string | number | null>>

/** What to do depends on the facts of a few findings. */
function variantOf(code: string, facts: RawFacts): string | null {
  const text = (name: string) => String(facts[name] ?? "")
  switch (code) {
    case "missing_operand":
      return facts.hasComment ? "comment" : text("example") === "" ? null : "example"
    case "unexpected_rest":
      return text("found").startsWith("the text") ? "join" : null
    case "unexpected_character":
      return characterVariant(text("found"))
    case "long_wait":
      return isMilliseconds(Number(facts.found)) ? "ms" : null
    default:
      return null
  }
}

const isMilliseconds = (found: number): boolean => found >= 1000 && found % 10 === 0

function characterVariant(found: string): string | null {
  if ("\u201c\u201d\u201e\u00ab\u00bb".includes(found)) return "double"
  if ("\u2018\u2019\u201a".includes(found)) return "single"
  if (found === "!") return "not"
  return "\u2013\u2014\u2212".includes(found) ? "minus" : null
}

/** Facts that are words of English become those of the catalogue; names and values stay what they are. */
function translateFacts({ code, facts = {} }: SaidFinding, find: FindText): Facts {
  const said: Record<string, string | number> = {}
  for (const [name, fact] of Object.entries(facts)) {
    if (fact === null) continue
    said[name] = typeof fact === "string" ? sayPhrase(fact, find) : fact
  }
  if (code === "basic.argument_count") said.expected = showCount(String(facts.expected ?? ""))
  if (code === "basic.out_of_range") said.range = sayRange(facts, find)
  if (code === "basic.long_wait") said.seconds = Number(facts.found) / 1000
  said.shown = `\${${said.found ?? ""}}`
  return said
}

/** "a value" is a phrase of the messages, and its key is made of its letters. */
function sayPhrase(fact: string, find: FindText): string {
  if (!/^(?:an? |the |it |blocks|brackets|operators|= |- )/i.test(fact)) return fact
  const key = fact
    .toLowerCase()
    .replace(/[^a-z]+/g, "_")
    .replace(/^_|_$/g, "")
  return find(`phrase.${key}`, {}) ?? fact
}

/** "at least 1 argument" as "1+", "2 to 4 arguments" as "2–4". */
function showCount(expected: string): string {
  const numbers = expected.match(/\d+/g) ?? ["0"]
  if (expected.startsWith("at least")) return `${numbers[0]}+`
  return numbers.join("–")
}

function sayRange({ least, most }: RawFacts, find: FindText): string {
  const facts = { least: least ?? "", most: most ?? "" }
  const kind = least === null ? "atMost" : most === null ? "atLeast" : "between"
  return find(`range.${kind}`, facts) ?? `${facts.least}–${facts.most}`
}

const fixes: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^Put it in quotes$/, "quote"],
  [/^Put a comma between them$/, "comma"],
  [/^Start the comment with '$/, "comment"],
  [/^Ask it as a question$/, "ask"],
  [/^Write (.+)$/, "write"],
  [/^Add (.+)$/, "add"],
  [/^Remove (.+)$/, "remove"],
]

/** The name of a repair. */
function sayFix(title: string, find: FindText): string {
  for (const [pattern, key] of fixes) {
    const match = pattern.exec(title)
    if (match !== null) return find(`fix.${key}`, { text: match[1] ?? "" }) ?? title
  }
  return title
}
