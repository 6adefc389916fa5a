import { expect, test } from "vitest"
import type { DocumentBlock } from "#server/infra/documents/port.ts"
import { chunkBlocks } from "./chunk-blocks.ts"
import { countWords } from "./split-sentences.ts"

const heading = (level: number, text: string): DocumentBlock => ({
  kind: "heading",
  level,
  text,
  page: null,
})
const text = (words: string, page: number | null = null): DocumentBlock => ({
  kind: "text",
  text: words,
  page,
})
const sentence = (topic: string) =>
  `The ${topic} of the garden is watered twice a day in a dry summer, early and late.`

test("a chunk never crosses a heading, and carries the headings above it", () => {
  const chunks = chunkBlocks([
    heading(1, "Garden"),
    text("It lies behind the house."),
    heading(2, "Water"),
    text("Twice a day."),
    heading(1, "House"),
    text("It has two floors."),
  ])
  expect(chunks.map(({ section, text: said }) => [section, said])).toEqual([
    ["Garden", "It lies behind the house."],
    ["Garden > Water", "Twice a day."],
    ["House", "It has two floors."],
  ])
})

test("long text is cut between sentences, loses no word, and keeps its page", () => {
  const topics = [
    "rose",
    "tulip",
    "lawn",
    "hedge",
    "pond",
    "herb bed",
    "apple tree",
    "vine",
    "fern",
    "path",
  ]
  const source = topics.map(sentence).join(" ")
  const chunks = chunkBlocks([text(source, 7)])
  expect(chunks.length).toBeGreaterThan(1)
  for (const chunk of chunks) {
    expect(countWords(chunk.text)).toBeLessThanOrEqual(110)
    expect(chunk.text).toMatch(/\.$/)
    expect(chunk.page).toBe(7)
  }
  expect(chunks.map((chunk) => chunk.text).join(" ")).toBe(source)
})

test("each part of a long table begins with the names of its columns", () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`Plant ${at}`, "once a week", "half shade"])
  const chunks = chunkBlocks([
    { kind: "table", rows: [["Plant", "Water", "Place"], ...rows], page: null },
  ])
  expect(chunks.length).toBeGreaterThan(2)
  for (const chunk of chunks) expect(chunk.text.startsWith("Plant | Water | Place\n")).toBe(true)
  for (const [plant] of rows)
    expect(chunks.filter((chunk) => chunk.text.includes(`${plant} |`))).toHaveLength(1)
})

test("what announces a table stays with it", () => {
  const [chunk] = chunkBlocks([
    text("These need shade:"),
    { kind: "table", rows: [["Plant"], ["Fern"]], page: null },
  ])
  expect(chunk?.text).toBe("These need shade:\nPlant\nFern")
})
