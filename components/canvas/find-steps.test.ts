import { expect, it } from "vitest"
import { emptyLayout, type Note, openDocument } from "#basic"
import { findSteps } from "./find-steps.ts"

const note: Note = {
  id: "n1",
  flowId: "main",
  kind: "note",
  text: "Café hours?",
  color: "yellow",
  x: 0,
  y: 0,
  width: 1,
  height: 1,
}
const document = openDocument('TALK "Olá"\nHEAR town AS TEXT\nhours:\nTALK "Open ${town}"\n', {
  ...emptyLayout,
  notes: [note],
})
const find = (words: string) =>
  findSteps(document, words, (key) => key).map(({ stepId, text }) => [stepId, text])

it("finds text and variables of steps, titles and notes, whatever the case and accents", () => {
  expect(find("ola")).toHaveLength(1)
  expect(find("TOWN")).toHaveLength(2)
  expect(find("cafe")).toEqual([[null, "Café hours?"]])
  expect(find("hours")).toHaveLength(2)
})

it("finds nothing for no words", () => {
  expect(find("  ")).toEqual([])
})
