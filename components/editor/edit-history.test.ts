import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  applyEdits,
  diffTexts,
  emptyHistory,
  type HistoryEntry,
  invertEdits,
  record,
} from "./edit-history.ts"

const layout = { version: 1 as const, stepIds: [], groups: {}, titles: {} }
const entry = (before: string, after: string, at: number, isTyping = true): HistoryEntry => {
  const redo = diffTexts(before, after)
  return {
    redo,
    undo: invertEdits(before, redo),
    layoutBefore: layout,
    layoutAfter: layout,
    isTyping,
    at,
  }
}

describe("the history of a program", () => {
  it("finds an edit between any two texts, and the way back", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const edits = diffTexts(before, after)
        expect(applyEdits(before, edits)).toBe(after)
        expect(applyEdits(after, invertEdits(before, edits))).toBe(before)
      }),
    )
  })
  it("applies several edits that all refer to the text before them", () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: "EE" },
      { span: { start: 0, end: 1 }, text: "" },
      { span: { start: 2, end: 2 }, text: "+" },
    ]
    expect(applyEdits("abcde", edits)).toBe("b+cdEE")
    expect(applyEdits("b+cdEE", invertEdits("abcde", edits))).toBe("abcde")
  })
  it("joins letters typed within a breath to one step", () => {
    let history = record(emptyHistory, entry("TALK ", "TALK h", 0))
    history = record(history, entry("TALK h", "TALK hi", 100))
    expect(history.past).toHaveLength(1)
    expect(applyEdits("TALK hi", history.past[0]?.undo ?? [])).toBe("TALK ")
    expect(applyEdits("TALK ", history.past[0]?.redo ?? [])).toBe("TALK hi")
  })
  it("keeps typing apart after a pause, at another place, and on a new line", () => {
    let history = record(emptyHistory, entry("ab", "abc", 0))
    history = record(history, entry("abc", "abcd", 5000))
    history = record(history, entry("abcd", "xabcd", 5100))
    history = record(history, entry("xabcd", "x\nabcd", 5200))
    expect(history.past).toHaveLength(4)
  })
  it("never joins a gesture to typing", () => {
    const typed = record(emptyHistory, entry("a", "ab", 0))
    expect(record(typed, entry("ab", "abc", 10, false)).past).toHaveLength(2)
  })
})
