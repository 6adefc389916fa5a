import { describe, expect, it } from "vitest"
import { examples, runLines } from "./run-lines.ts"

describe("functions in scripts", () => {
  it.each(examples)(
    "the example of %s runs and prints one value without a complaint",
    (_, example) => {
      expect(runLines(example)).toHaveLength(1)
    },
  )

  it.each<[string, string]>([
    ['PRINT "No " + FORMAT NOW() AS "YYYYMMDD" + "-" + FORMAT 7 AS "000"', "No 20250131-007"],
    ["PRINT NOW", "2025-01-31 14:30:15"],
    ["PRINT TODAY", "2025-01-31"],
    ["PRINT MAX 3, 9", "9"],
    ['PRINT FIRST "Ana Lima"', "Ana"],
    ['PRINT DATEADD TODAY(), "days", 1', "2025-02-01"],
    ['PRINT DATEDIFF "2025-01-01", "2025-01-31", "day"', "30"],
    ['x = JSON PARSE "[1,2]"\nPRINT x[1]', "2"],
    ["o = { a: 1 }\nPRINT FORMAT o AS JSON", '{"a":1}'],
    ["a = [1]\nPUSH a, 2\nAPPEND a, 3\na.PUSH(4)\na.append(5)\nPRINT a", "[1,2,3,4,5]"],
    ["a = [1]\nb = APPEND(a, 2)\nPRINT a\n", "[1]"],
    ["a = [1, 2]\nPOP a\nPRINT a", "[1]"],
    ['a = [1, 5]\nb = FILTER a, "item > 2"\nPRINT b', "[5]"],
    ['PRINT SORT [{ x: 1 }, { x: 2 }] BY "x" DESC', '[{"x":2},{"x":1}]'],
    ['PRINT " x ".trim() + "|"', "x|"],
    ['PRINT "abc".contains("b")', "true"],
    ["a = [1, 2]\nPRINT a.length + a.count", "4"],
    ['PRINT "a😀".length', "2"],
    ['PRINT UCASE$("a")', "A"],
    ["z = 0\nPRINT IIF(z = 0, 5, 1 / z)", "5"],
    ["z = 0\nPRINT IF(z = 0, 5, 1 / z)", "5"],
    ['IF ISNUMERIC("5") THEN PRINT "number"', "number"],
    ["PRINT MID([1, 2, 3], 1, 1)", "[2]"],
    ['parts = SPLIT("a b", " ")\nPRINT parts[UBOUND(parts) - 1]', "b"],
    ["PRINT NOW() - HOURS(24)", "2025-01-30 14:30:15"],
    ["PRINT BOT_ID() + SESSION_ID()", "bot_1cnv_1"],
  ])("%s", (script, expected) => {
    expect(runLines(script)).toEqual([expected])
  })

  it("an error says which function refused what", () => {
    expect(runLines('x = "x"', "PRINT ABS(x)")).toEqual([
      'ABS needs numbers, but "x" is no number.',
    ])
    expect(runLines('u = "fortnight"', "PRINT DATEADD(TODAY(), 1, u)")).toEqual([
      "None of the three operands of DATEADD is a unit of time: year, quarter, month, week, day, hour, minute or second.",
    ])
    expect(runLines('PRINT YEAR("soon")')).toEqual(['YEAR needs a date, but got "soon".'])
    expect(runLines("x = [1]\nx.PUSH(x)\nPRINT JSON(x)")).toEqual([
      "Lists and objects lie more than 100 levels inside each other.",
    ])
  })
})
