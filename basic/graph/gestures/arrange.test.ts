import { describe, expect, it } from "vitest"
import { applyGesture } from "../apply-gesture.ts"
import { openDocument } from "../document.ts"
import { emptyLayout, type FlowDocument, type Gesture, type Note } from "../model.ts"

const source = 'TALK "a"\nb:\nTALK "b"\nGOTO c\nc:\nTALK "c"\n'
const note: Note = {
  id: "n1",
  flowId: "main",
  kind: "note",
  x: 0,
  y: -200,
  width: 220,
  height: 120,
  text: "Ask Ana",
  color: "yellow",
}

function act(document: FlowDocument, ...gestures: Gesture[]): FlowDocument {
  return gestures.reduce((at, gesture) => {
    const result = applyGesture(at, gesture)
    if (!result.ok) throw new Error(result.diagnostic.message)
    return result.document
  }, document)
}
const opened = () => openDocument(source, emptyLayout)
const groupOf = (document: FlowDocument, id: string) =>
  document.flows[0]!.groups.find((group) => group.id === id)!

describe("arranging a picture", () => {
  it("leaves the text alone, and holds when the text is opened again", () => {
    const after = act(
      opened(),
      { kind: "styleGroups", groupIds: ["s2"], look: { isCollapsed: true, color: "blue" } },
      { kind: "putNote", note },
      { kind: "moveGroups", moves: { n1: { x: 5, y: 6 }, s2: { x: 700, y: 0 } } },
    )
    expect(after.source).toBe(source)
    expect(groupOf(after, "s2").look).toEqual({ isCollapsed: true, color: "blue" })
    expect(after.flows[0]!.notes).toEqual([{ ...note, x: 5, y: 6 }])
    expect(after.layout.groups).not.toHaveProperty("n1")
    expect(openDocument(after.source, after.layout).flows).toEqual(after.flows)
  })

  it("puts a card's usual look back without a trace", () => {
    const styled = act(opened(), { kind: "styleGroups", groupIds: ["s2"], look: { color: "pink" } })
    const plain = act(styled, { kind: "styleGroups", groupIds: ["s2"], look: { color: null } })
    expect(plain.layout.looks).toEqual({})
  })

  it("replaces a note of the same id and removes the ones that are named", () => {
    const two = act(
      opened(),
      { kind: "putNote", note },
      { kind: "putNote", note: { ...note, id: "n2" } },
      { kind: "putNote", note: { ...note, text: "Asked" } },
    )
    expect(two.flows[0]!.notes.map(({ id, text }) => [id, text])).toEqual([
      ["n1", "Asked"],
      ["n2", "Ask Ana"],
    ])
    expect(act(two, { kind: "removeNotes", noteIds: ["n1"] }).flows[0]!.notes).toHaveLength(1)
  })

  it("carries the look of a card that gets a label, and forgets that of one that is gone", () => {
    const styled = act(opened(), {
      kind: "styleGroups",
      groupIds: ["s2", "s5"],
      look: { color: "green" },
    })
    const gone = act(styled, { kind: "removeGroups", groupIds: ["s2", "s5"] })
    expect(gone.source).toBe('TALK "a"\nEXIT\n')
    expect(gone.layout.looks).toEqual({})
  })

  it("refuses to remove the first card among others, and then removes none", () => {
    const result = applyGesture(opened(), {
      kind: "removeGroups",
      groupIds: ["s2", "main.start"],
    })
    expect(result).toMatchObject({ ok: false, diagnostic: { code: "basic.canvas_entry" } })
  })
})
