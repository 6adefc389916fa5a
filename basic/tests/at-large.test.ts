/**
 * Scripts as people write them: `at-large/lines.txt` has every operand shape of the catalogue, a line each,
 * alone and put together in every way a file may look: case, underscores, line breaks, comments, blocks.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { checkLaws } from "../graph/laws.ts"

const lines = readFileSync(join(import.meta.dirname, "at-large", "lines.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "")

const errorsOf = (source: string): string[] =>
  checkSource(source)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`)

/** Numbers that are the same in every run. */
function newDice(seed: number): (sides: number) => number {
  let state = seed + 1
  return (sides) => {
    state = (state * 48271) % 2147483647
    return state % sides
  }
}

const blocks: readonly ((body: string) => string)[] = [
  (body) => `IF total > 1 THEN\n${body}\nEND IF`,
  (body) => `IF NOT name THEN\n${body}\nELSE IF total = 2 THEN\n${body}\nELSE\n${body}\nENDIF`,
  (body) => `FOR EACH item IN rows\n${body}\nNEXT item`,
  (body) => `FOR EACH item IN rows DO\n${body}\nEND FOR`,
  (body) => `FOR i = 0 TO UBOUND(list) - 1 STEP 2\n${body}\nNEXT`,
  (body) => `DO WHILE page > 0\n${body}\nLOOP`,
  (body) => `WHILE total < 3\n${body}\nWEND`,
  (body) => `SELECT CASE name\nCASE "a", "b"\n${body}\nCASE ELSE\n${body}\nEND SELECT`,
  (body) => `SWITCH total\nCASE 1\n${body}\nDEFAULT\n${body}\nEND SWITCH`,
  (body) => `TRY\n${body}\nCATCH problem\n${body}\nEND TRY`,
  (body) => `ON EMAIL "desk@example.org"\n${body}\nEND ON`,
  (body) => `SCHEDULE IN 5 MINUTES DO\n${body}\nEND SCHEDULE`,
]

const pieces: readonly string[] = [
  "BEGIN TALK\n**Olá, ${name}!**\n  - it's a list # and no comment\nEND TALK",
  'BEGIN SYSTEM PROMPT\nYou are kind. // "quoted\nEND SYSTEM PROMPT',
  "WITH booking\n    id = id\n    .name = name ' who\n    created = NOW()\nEND WITH",
  'text = "line one\nline two ${total}"',
  'PARAM guest AS STRING LIKE "Ana" DESCRIPTION "Quem vem" OPTIONAL',
  'booking = #{\n  "id": id, \' the id\n  items: [\n    1,\n    2\n  ],\n}',
  'x = name + " " + _\n    text',
  "TABLE Guests ON shop\n    Id string(20) key\n    Name string(80)\nEND TABLE",
  "REM ==========\nREM Seção: dados\nREM ==========",
  "' TALK nothing\n\n\n// another comment",
]

/** How a file may look without saying anything else. */
const looks: readonly ((source: string, dice: (sides: number) => number) => string)[] = [
  (source) => source,
  (source) => source.replaceAll("\n", "\r\n"),
  (source) => `\ufeff${source.trimEnd()}`,
  (source) => source.replace(/^/gm, "\t \t"),
  (source) => source.replace(/^([A-Z]{3,}) ([A-Z]{2,}) (?=["(])/gm, "$1_$2 "),
  (source, dice) =>
    source.replace(/^(TALK|PRINT|WAIT|RETURN|IF|NEXT|LOOP|SAVE|FIND|USE KB)\b/gm, (word) =>
      dice(2) === 0 ? word.toLowerCase() : (word[0] ?? "") + word.slice(1).toLowerCase(),
    ),
]

function makeScript(seed: number): string {
  const dice = newDice(seed)
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T
  const some = () =>
    Array.from({ length: 1 + dice(4) }, () => `    ${pick(lines)}`).join(
      dice(3) === 0 ? "\n\n" : "\n",
    )
  const parts = Array.from({ length: 3 + dice(5) }, () => {
    const kind = dice(4)
    if (kind === 0) return pick(pieces)
    return kind === 1 ? pick(blocks)(some()) : some()
  })
  return pick(looks)(`${parts.join("\n")}\n`, dice)
}

describe("every shape of the catalogue", () => {
  it.each(lines)("is read without an error, and holds the laws: %s", (line) => {
    for (const source of [line, line.replace(/^[A-Z_ ]+/, (words) => words.toLowerCase())]) {
      expect(errorsOf(source)).toEqual([])
      expect(checkLaws(source).failed).toEqual([])
    }
  })
})

describe("scripts put together of them", () => {
  const count = 250 * Number(process.env.FUZZ_TIMES ?? 1)
  it(`are read without an error, and hold the laws: ${count} of them`, () => {
    for (let seed = 1; seed <= count; seed++) {
      const source = makeScript(seed * 7919)
      expect(errorsOf(source), source).toEqual([])
      expect(checkLaws(source).failed, source).toEqual([])
    }
  }, 60_000)
})
