import { expect, it } from "vitest"
import { readCondition, writeCondition } from "./read-condition.ts"

const simple = [
  'email ENDS WITH "@example.org"',
  "age >= 18",
  'name = ""',
  'name <> ""',
  'topic = "a" OR topic CONTAINS "b" OR user.name STARTS WITH "c"',
  "total > budget AND total < 100.5",
  'text = "Say ""hi"""',
] as const

it("shows comparisons as lines and writes them back as they were", () => {
  for (const source of simple.slice(0, -1)) {
    const read = readCondition(source)
    expect(read, source).not.toBeNull()
    expect(read && writeCondition(read)).toBe(source)
  }
})
it("leaves everything else as a formula", () => {
  for (const source of [
    simple.at(-1) ?? "",
    "a = 1 AND b = 2 OR c = 3",
    "NOT a",
    "LEN(name) > 3",
    "a = b + 1",
    'a = "5"',
    'a = "${b}"',
    "a = TRUE",
    "",
    "a =",
    'a = "x" AND',
  ])
    expect(readCondition(source), source).toBeNull()
})
it("takes digits for a number, a name in ${} for a variable, and all else for a text", () => {
  const row = { variable: "a", comparison: "=" } as const
  const write = (value: string) => writeCondition({ join: "AND", rows: [{ ...row, value }] })
  expect(write("12")).toBe("a = 12")
  expect(write("${b.c}")).toBe("a = b.c")
  expect(write("twelve")).toBe('a = "twelve"')
  expect(write('say "x"')).toBe('a = "say ""x"""')
})
it("writes nothing while a line has no variable", () => {
  const rows = [{ variable: " ", comparison: "=", value: "1" }] as const
  expect(writeCondition({ join: "AND", rows })).toBeNull()
})
