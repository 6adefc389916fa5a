import { splitWord } from "../keywords/form-shape.ts"
import type { SourceLine, Token } from "../lexer/token.ts"

/** The blocks of the language, by what closes them. */
export type BlockKind =
  | "if"
  | "brace"
  | "for"
  | "while"
  | "do"
  | "select"
  | "sub"
  | "function"
  | "with"
  | "on"
  | "schedule"
  | "try"
  | "parallel"

/** A line that ends a block or a part of one. */
export interface Closer {
  readonly kinds: readonly BlockKind[]
  /** Canonical words, for messages and for deciding what goes on. */
  readonly words: string
  /** Tokens of those words. */
  readonly tokenCount: number
}

const closerWords: readonly (readonly [words: string, kinds: readonly BlockKind[]])[] = [
  ["END IF", ["if"]],
  ["ENDIF", ["if"]],
  ["ELSE IF", ["if"]],
  ["ELSEIF", ["if"]],
  ["ELIF", ["if"]],
  ["ELSIF", ["if"]],
  ["ELSE", ["if"]],
  ["END FOR EACH", ["for"]],
  ["END FOREACH", ["for"]],
  ["END FOR", ["for"]],
  ["ENDFOR", ["for"]],
  ["NEXT", ["for"]],
  ["END WHILE", ["while"]],
  ["ENDWHILE", ["while"]],
  ["WEND", ["while"]],
  ["LOOP", ["do"]],
  ["END SELECT", ["select"]],
  ["ENDSELECT", ["select"]],
  ["END SWITCH", ["select"]],
  ["ENDSWITCH", ["select"]],
  ["CASE", ["select"]],
  ["DEFAULT", ["select"]],
  ["END SUB", ["sub"]],
  ["ENDSUB", ["sub"]],
  ["END FUNCTION", ["function"]],
  ["ENDFUNCTION", ["function"]],
  ["END WITH", ["with"]],
  ["ENDWITH", ["with"]],
  ["END ON", ["on"]],
  ["END SCHEDULE", ["schedule"]],
  ["CATCH", ["try"]],
  ["END TRY", ["try"]],
  ["ENDTRY", ["try"]],
  ["END PARALLEL", ["parallel"]],
]

/** Words of blocks that are kept as they are written; alone they close nothing. */
const foreignClosers: Readonly<Record<string, string>> = {
  "END TABLE": "TABLE",
  "END TALK": "BEGIN TALK",
  "END SYSTEM PROMPT": "BEGIN SYSTEM PROMPT",
  "END MAIL": "BEGIN MAIL",
}

/** What opens each kind of block, and what closes it, in the words of messages. */
export const blockNames: Readonly<Record<BlockKind, { opener: string; closer: string }>> = {
  if: { opener: "IF", closer: "END IF" },
  brace: { opener: "IF", closer: "}" },
  for: { opener: "FOR", closer: "NEXT" },
  while: { opener: "WHILE", closer: "WEND" },
  do: { opener: "DO", closer: "LOOP" },
  select: { opener: "SELECT CASE", closer: "END SELECT" },
  sub: { opener: "SUB", closer: "END SUB" },
  function: { opener: "FUNCTION", closer: "END FUNCTION" },
  with: { opener: "WITH", closer: "END WITH" },
  on: { opener: "ON", closer: "END ON" },
  schedule: { opener: "SCHEDULE IN", closer: "END SCHEDULE" },
  try: { opener: "TRY", closer: "END TRY" },
  parallel: { opener: "PARALLEL", closer: "END PARALLEL" },
}

/** Matches words at the start of a line against a phrase; gives the tokens they take, or 0. */
export function countPhrase(tokens: readonly Token[], phrase: string): number {
  const wanted = splitPhrase(phrase)
  let matched = 0
  let count = 0
  while (matched < wanted.length) {
    const token = tokens[count]
    if (token?.kind !== "word") return 0
    if (!token.upper.includes("_")) {
      if (wanted[matched++] !== token.upper) return 0
    } else for (const part of splitWord(token.upper)) if (wanted[matched++] !== part) return 0
    count++
  }
  return count
}

/** Phrases are few, and each is compared with every line. */
const splitPhrases = new Map<string, readonly string[]>()
function splitPhrase(phrase: string): readonly string[] {
  const known = splitPhrases.get(phrase)
  if (known !== undefined) return known
  const words = phrase.split(" ")
  splitPhrases.set(phrase, words)
  return words
}

const closersByFirstWord = new Map<string, Closer[]>()
for (const [words, kinds] of closerWords) {
  const first = words.split(" ")[0] ?? ""
  const known = closersByFirstWord.get(first) ?? []
  closersByFirstWord.set(first, [...known, { words, kinds, tokenCount: 0 }])
}

/** Says what block a line ends, or null. A word followed by `=`, `.` or `[` is a variable. */
export const findCloser = (line: SourceLine | undefined): Closer | null =>
  line?.kind === "code" ? findCloserAt(line.tokens) : null

/** The same for tokens up to the end of a line. */
export function findCloserAt(tokens: readonly Token[]): Closer | null {
  const first = tokens[0]
  if (first?.kind === "symbol" && first.text === "}")
    return { kinds: ["brace"], words: "}", tokenCount: 1 }
  if (first?.kind !== "word") return null
  const begin = first.upper.includes("_") ? (splitWord(first.upper)[0] ?? "") : first.upper
  const closers = closersByFirstWord.get(begin)
  if (closers === undefined) return null
  for (const closer of closers) {
    const tokenCount = countPhrase(tokens, closer.words)
    if (tokenCount > 0 && isCloserLine(tokens, closer.words, tokenCount))
      return { ...closer, tokenCount }
  }
  return null
}

function isCloserLine(tokens: readonly Token[], words: string, tokenCount: number): boolean {
  const next = tokens[tokenCount]
  const isName = tokenCount === 1 && next?.kind === "symbol" && isNameMark(next)
  if (isName) return false
  if (words === "NEXT" && next?.kind === "word" && next.upper === "IN") return false
  if (words === "DEFAULT")
    return next?.kind === "end" || (next?.kind === "symbol" && next.text === ":")
  return true
}

/** `next = 1`, `case.id = 2` and `loop[0] = 3` set variables. */
const isNameMark = (token: Token & { kind: "symbol" }): boolean =>
  token.text === "=" ||
  token.text === "?." ||
  ((token.text === "." || token.text === "[") && !token.hasSpaceBefore)

/** Behind these a word is a variable. */
const nameSigns = new Set(["=", "+=", "-=", "*=", "/=", ".", "?.", "["])

/** The opener a line pretends to close, when it belongs to a block that is kept as written. */
export function findForeignCloser(line: SourceLine): { words: string; opener: string } | null {
  if (line.kind !== "code") return null
  const first = line.tokens[0]
  if (first?.kind !== "word" || !/^(?:_|END)/.test(first.upper)) return null
  for (const [words, opener] of Object.entries(foreignClosers)) {
    const count = countPhrase(line.tokens, words)
    const next = line.tokens[count]
    const isName = next?.kind === "symbol" && nameSigns.has(next.text)
    if (count > 0 && !isName) return { words, opener }
  }
  return null
}
