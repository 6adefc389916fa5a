import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { wordsOf } from "../../diagnostics/report.ts"
import type { FunctionKeyword } from "../../keywords/define.ts"
import { functions } from "../../keywords/functions.ts"
import { LimitReached, Raised } from "../../vm/errors.ts"
import { DateValue, DurationValue, ListValue, MapValue, type Value } from "../../vm/value.ts"
import { newEnv } from "./case.ts"

const words = fc.constantFrom(
  "day",
  "month",
  "2025-01-31",
  "2025-01-31T10:00:00Z",
  "14:30",
  "#,##0.00",
  "YYYY-MM-DD",
  "C2[pt]",
  "item > 1 AND name = 'x'",
  "a->b",
  "item.a * 2",
  '{"a":[1,{"b":null}]}',
  "a,b\n1,2",
  "-1",
  "1e308",
  "\ud800",
  "__proto__",
  "desc",
  "md5",
)
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  words,
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .tuple(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), fc.boolean())
    .map(([ms, hasTime]) => new DateValue(ms, 60, hasTime)),
  fc.integer().map((seconds) => new DurationValue(seconds)),
)
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 5 }).map((items) => new ListValue(items)),
    fc
      .array(fc.tuple(fc.oneof(words, fc.string()), tie("value")), { maxLength: 4 })
      .map((entries) => new MapValue(new Map(entries))),
  ),
}))

const isValue = (found: unknown): boolean =>
  found === null ||
  typeof found === "boolean" ||
  typeof found === "string" ||
  (typeof found === "number" && Number.isFinite(found) && !Object.is(found, -0)) ||
  found instanceof DurationValue ||
  (found instanceof DateValue &&
    Number.isSafeInteger(found.epochMs) &&
    Number.isInteger(found.offsetMinutes)) ||
  (found instanceof ListValue && found.items.every((item) => item !== undefined)) ||
  found instanceof MapValue

/** Printing or reading any value may meet one that is nested too deep; every other code is declared. */
const declaredCodes = (known: FunctionKeyword): readonly string[] => [
  ...known.raises,
  "basic.nested_too_deep",
]

const limits = { instructions: 500_000, textChars: 100_000, cells: 10_000 }

describe("every built-in function, given anything", () => {
  it.each(functions.map((known) => [known.name, known] as const))(
    "%s gives a value of the language or fails with an error of the language",
    (_name, known) => {
      const most = Math.min(known.arity[1], known.arity[0] + 3)
      const args = fc.array(value, { minLength: known.arity[0], maxLength: most })
      fc.assert(
        fc.property(args, (given) => {
          let found: unknown
          try {
            found = known.evaluate(given, newEnv(limits))
          } catch (error) {
            if (error instanceof LimitReached) return
            if (!(error instanceof Raised)) throw error
            const { message } = wordsOf(error.code, error.facts)
            expect(message).not.toMatch(/undefined|stopped with|\bNaN\b/)
            expect(declaredCodes(known)).toContain(error.code)
            return
          }
          expect(isValue(found)).toBe(true)
        }),
        { numRuns: 300, seed: 1 },
      )
    },
  )
})
