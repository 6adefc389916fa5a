import { expect, test } from "vitest"
import { readUtterances, readValues, writeUtterances, writeValues } from "./read-lines.ts"

test("values and their other words are written as they are read", () => {
  const values = [
    { value: "Lisbon", synonyms: ["Lisboa", "Lissabon"] },
    { value: "Porto", synonyms: [] },
  ]
  expect(readValues(writeValues(values))).toEqual(values)
  expect(readValues("\n : x\n Faro : ,\n")).toEqual([{ value: "Faro", synonyms: [] }])
})

test("a test set is written as it is read, and a line that names no intent is told", () => {
  const utterances = [
    { text: "at 10:30 please", intent: "book" },
    { text: "a joke", intent: null },
  ]
  expect(readUtterances(writeUtterances(utterances), ["book"])).toEqual({ utterances })
  expect(readUtterances("BOOK: a table", ["book"])).toEqual({
    utterances: [{ text: "a table", intent: "book" }],
  })
  expect(readUtterances("book: a\n\ncancel: b", ["book"])).toEqual({ badLine: 3 })
  expect(readUtterances("no colon", ["book"])).toEqual({ badLine: 1 })
})
