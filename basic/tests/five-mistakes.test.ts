/**
 * What a beginner gets to see: programs of `five-mistakes/` with five different mistakes each, and five messages
 * for them, at the lines of the mistakes, each saying what to write instead.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"

/** The line of each mistake, and what its message advises to write. */
const programs = {
  greeting: [
    [1, "Did you mean TALK?"],
    [2, "Did you mean NAME?"],
    [3, "Write THEN here."],
    [6, 'Add " where the text ends.'],
    [7, "Write checkout: on a line of its own"],
  ],
  loops: [
    [2, "Write TO here."],
    [6, "Write a value here."],
    [10, "Write NEXT guest, or NEXT alone."],
    [12, "Move it inside a FOR loop, or use EXIT to end the script."],
    [14, "Add what is missing"],
  ],
  orders: [
    [1, "Did you mean HEAR?"],
    [2, "Add ) where the value ends."],
    [3, "Write = after size here."],
    [7, "Write CASE ELSE."],
    [10, "Write total_price."],
  ],
  mail: [
    [1, "Write problem: on a line of its own"],
    [2, "Write SEND MAIL to, subject, body."],
    [3, "Give a number of at least 0."],
    [4, "Write IF here."],
    [5, 'Put it in quotes: TALK "Thank you".'],
  ],
  procedures: [
    [1, "Write ) after the parameters here."],
    [5, "Did you mean name?"],
    [7, 'Write LEN("abc").'],
    [8, "Did you mean greet?"],
    [9, "Remove the line, or add the DO it belongs to."],
  ],
} as const

it.each(Object.entries(programs))(
  "the five mistakes of %s.bas have five messages, each at its line and with what to write instead",
  (name, expected) => {
    const source = readFileSync(join(import.meta.dirname, "five-mistakes", `${name}.bas`), "utf8")
    const { diagnostics } = checkSource(source)
    const lineOf = (offset: number) => source.slice(0, offset).split("\n").length
    expect(diagnostics.map(({ span, code }) => [lineOf(span.start), code])).toHaveLength(5)
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBe(5)
    for (const [index, [line, advice]] of expected.entries()) {
      const found = diagnostics[index]
      expect([lineOf(found?.span.start ?? 0), found?.hint]).toEqual([
        line,
        expect.stringContaining(advice),
      ])
    }
  },
)
