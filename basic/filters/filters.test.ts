import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { makePlainEnv } from "../rows/plain-env.ts"
import { resolveFilter } from "../rows/resolve-filter.ts"
import { columnOf, newTable } from "../rows/table-shape.ts"
import { fromJson } from "../vm/json.ts"
import { type Json, ListValue, type Value } from "../vm/value.ts"
import { meets } from "./evaluate.ts"
import { parseFilter } from "./parse.ts"
import { readTableFilter } from "./read-filter.ts"
import { hole, readFilterSource } from "./source.ts"

const env = makePlainEnv(Date.UTC(2025, 0, 6, 9))

/** A filter as the compiler hands it over: texts and values in turn. */
const pieces = (...parts: readonly Value[]): Value => new ListValue([...parts])

/** As over a table with the columns of the row. */
const resolved = (filter: Value, row: Json) => {
  const columns = row !== null && typeof row === "object" ? Object.keys(row).map(columnOf) : []
  const shape = { ...newTable("rows"), columns }
  return resolveFilter(shape, readTableFilter("FIND", filter, env), {
    roles: null,
    isStrict: false,
  })
}

const holds = (filter: Value, row: Json): boolean =>
  meets(env, resolved(filter, row).condition, fromJson(row))

const open = {
  id: 7,
  name: "Ana Lima",
  status: "Closed Won",
  total: 20,
  code: "04",
  note: null,
  day: "2025-01-05",
}

describe("a filter", () => {
  it.each([
    ["status = 'Closed Won'", true],
    ["status='closed won'", false],
    ["status=Closed Won AND total > 5", true],
    ["status!=Closed Won AND total > 5", false],
    ["stage!=Closed Won OR total < 5", true],
    ["total=20", true],
    ["total>='20'", true],
    ["code=4", true],
    ["code='4'", false],
    ["code='04'", true],
    ["name LIKE '%Lima'", true],
    ["name LIKE %ana%", false],
    ["name ILIKE '%ana%'", true],
    ["name like 'Ana ????'", true],
    ["total IN (10, 20)", true],
    ["status NOT IN ('a', 'Closed Won')", false],
    ["note IS NULL", true],
    ["name IS NOT NULL", true],
    ["note = ''", true],
    ["total BETWEEN 10 AND 20", true],
    ["LOWER(name) = 'ana lima'", true],
    ["DATE(day) = '2025-01-05'", true],
    ["DATEDIFF(NOW(), day) = 1", true],
    ["day < CURDATE()", true],
    ["item.total * 2 = 40", true],
    ["NOT (total = 20)", false],
    ["name CONTAINS 'Lim'", true],
    ["name STARTS WITH 'Ana' AND NOT total > 30", true],
    ["7", true],
    ["8", false],
  ])("%s is %s of the row", (filter, expected) => {
    expect(holds(filter, open)).toBe(expected)
  })

  it("reads ORDER BY, LIMIT and OFFSET behind the condition, and without one", () => {
    const filter = readTableFilter(
      "FIND",
      "total > 5 ORDER BY day DESC, name LIMIT 3 OFFSET 2",
      env,
    )
    expect(filter).toMatchObject({
      order: [
        { column: "day", isDescending: true },
        { column: "name", isDescending: false },
      ],
      limit: 3,
      offset: 2,
    })
    expect(readTableFilter("FIND", "ORDER BY day", env)).toMatchObject({ condition: null })
  })

  it("says what it cannot read and where", () => {
    const source = readFilterSource("total >= 5 AND (name = 'a'")
    expect(source && parseFilter(source).problem).toMatchObject({
      reason: '")" is missing',
      at: 26,
    })
  })

  it("comes to an end in a list that a word such as ORDER ends before its bracket", () => {
    const source = readFilterSource("a = 1 AND b IN ( 2 ORDER BY c")
    expect(source && parseFilter(source).problem?.reason).toBe('")" is missing')
  })
})

describe("a value that is joined to a filter", () => {
  const attack = "x' OR '1'='1"

  it.each([
    ["quoted", pieces("name='", attack, "'")],
    ["unquoted", pieces("name=", attack, "")],
    ["in a list", pieces("name IN ('", attack, "')")],
    ["as a pattern", pieces("name LIKE '%", "%", "x'")],
    ["as a pattern with jokers of its own", pieces("name LIKE '", "%", "a'")],
    ["as an id", pieces("", attack, "")],
    ["as a whole condition that is put into brackets", pieces("(", "total = 99", ") AND id = 7")],
  ])("stays one value %s", (_place, filter) => {
    expect(holds(filter, open)).toBe(false)
  })

  it("is compared as the kind of value it is", () => {
    expect(holds(pieces("total > ", 19, " AND id = ", "7", ""), open)).toBe(true)
    expect(holds(pieces("id IN (", new ListValue([1, 7]), ")"), open)).toBe(true)
    expect(holds(pieces("id IN (", "1,7", ")"), open)).toBe(true)
    expect(holds(pieces("name LIKE ", "%Lima", ""), open)).toBe(true)
    expect(holds(pieces("", "total", " = 20"), open)).toBe(true)
  })

  it("never adds to what a filter says, whatever it holds", () => {
    const rows = [
      { id: 1, a: "p" },
      { id: 2, a: "q" },
    ].map((row) => fromJson(row))
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        fc.pre(text !== "p" && text !== "q" && text.trim() !== "")
        for (const filter of [
          pieces("a='", text, "'"),
          pieces("a=", text, ""),
          pieces("a IN ('", text, "')"),
        ])
          for (const row of rows)
            expect(meets(env, readTableFilter("FIND", filter, env).condition, row)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe("any text", () => {
  it("is a filter or a problem with its place, and never an exception", () => {
    const words = [
      "a",
      "=",
      "'",
      "(",
      ")",
      "AND",
      "OR",
      "NOT",
      "IN",
      "LIKE",
      "IS",
      "NULL",
      "5",
      ",",
      " ",
      hole,
      "@",
      "??",
      "ORDER BY",
      "LIMIT",
      "BETWEEN",
    ]
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), {
          maxLength: 20,
        }),
        (parts) => {
          const text = parts.join(" ")
          const reading = parseFilter({ text, values: parts })
          expect(reading.filter === null).toBe(reading.problem !== null)
          if (reading.problem) expect(reading.problem.at).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
