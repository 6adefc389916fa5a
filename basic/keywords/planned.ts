/**
 * Phrases of the language that have no definition yet. Their lines are kept as they are written, with
 * a warning; a definition replaces its phrase here. `closer`: the lines up to it belong to the statement.
 */
import type { Family } from "./define.ts"

export interface PlannedPhrase {
  readonly phrase: string
  readonly family: Family
  /** The words that end its block, for example "END ON". */
  readonly closer: string | null
  /** Complete without operands, so that it may stand alone as a value. */
  readonly isBare: boolean
  /** Says something about the script and does nothing where it stands. */
  readonly isDeclaration: boolean
}

const families: Readonly<Partial<Record<Family, string>>> = {
  ask: `HEAR NOWAIT*`,
  data: "SET USER LANGUAGE|SELECT|CREATE TABLE|ADD WIDGET|APPEND|PUSH|FORMAT|GET TOOL PARAM|FORMAT JSON",
  connect: `DNS SET`,
  flow: `END WEBHOOK*!|ON EMAIL!>END ON|ON CHANGE!>END ON|ON FORM SUBMIT!>END ON|ON EVENT!>END ON|ON INSERT OF!>END ON|
    ON UPDATE OF!>END ON|ON DELETE OF!>END ON|ON FILE UPLOAD!>END ON|ON WEBHOOK!>END ON|
    ON WHATSAPP MESSAGE!>END ON|ON INCOMING CALL!>END ON|ON MESSAGE!>END ON|ON!>END ON|BEGIN TABLE!>END TABLE|
    SET DEBUG MODE|ACTION`,
}

/** Every planned phrase. In the lists above `*` marks the bare ones, `!` declarations, and `>` leads to the closer. */
export const plannedPhrases: readonly PlannedPhrase[] = Object.entries(families).flatMap(
  ([family, list]) =>
    (list ?? "").split("|").map((entry) => {
      const [phrase = "", closer] = entry.trim().replace(/[*!]+/, "").split(">")
      return {
        phrase,
        family: family as Family,
        closer: closer ?? null,
        isBare: entry.includes("*"),
        isDeclaration: entry.includes("!"),
      }
    }),
)

const plannedNames: ReadonlySet<string> = new Set(plannedPhrases.map(({ phrase }) => phrase))

/** Says whether these words, upper case with single blanks, are part of the language but not available yet. */
export const isPlanned = (words: string): boolean => plannedNames.has(words)
