import { describe, expect, it } from "vitest"
import { applyGesture, emptyLayout, openDocument } from "#basic"
import { writeClipboard } from "./clipboard-text.ts"

const source = `TALK "Hello"
IF a THEN
    TALK "yes"
END IF
GOTO menu
menu:
    TALK "Menu"
GOTO bye
bye:
TALK "Bye"
`
const open = (text: string) => openDocument(text, emptyLayout)
const flow = open(source).flows[0]!
const steps = flow.groups.flatMap((group) => group.steps)
const idOf = (text: string) => steps.find((step) => step.source.includes(text))!.id

describe("what is copied", () => {
  it("is BASIC: steps in the order of the flow, however they were selected", () => {
    const copied = writeClipboard(flow, [idOf("IF a"), idOf("Hello")], [])
    expect(copied).toBe('TALK "Hello"\nIF a THEN\n    TALK "yes"\nEND IF')
  })

  it("is a card's steps, and several cards with the ways between them", () => {
    const [, menu, bye] = flow.groups.filter(({ inline }) => inline === null)
    expect(writeClipboard(flow, [], [bye!.id])).toBe('TALK "Bye"')
    expect(writeClipboard(flow, [], [menu!.id, bye!.id])).toBe(
      'menu:\nTALK "Menu"\nGOTO bye\nbye:\nTALK "Bye"\nEXIT',
    )
  })

  it("stays switched off, a menu with the choice on its answer", () => {
    const menu =
      '\' @off\nHEAR a AS "A", "B"\n\' @off\nSELECT CASE a\n    CASE "A"\n        EXIT\nEND SELECT'
    const opened = open(`${menu}\n`)
    const id = opened.flows[0]!.groups[0]!.steps[0]!.id
    expect(writeClipboard(opened.flows[0]!, [id], [])).toBe(menu)
  })

  it("is nothing when nothing is selected", () => {
    expect(writeClipboard(flow, [], [])).toBeNull()
  })

  it("can be put into another bot, where labels that are taken get new names", () => {
    const [, menu, bye] = flow.groups.filter(({ inline }) => inline === null)
    const copied = writeClipboard(flow, [], [menu!.id, bye!.id])!
    const result = applyGesture(open('menu:\nTALK "Mine"\n'), {
      kind: "addGroup",
      flowId: "main",
      at: { x: 0, y: 0 },
      title: "Pasted",
      statement: copied,
      from: null,
    })
    expect(result.ok).toBe(true)
    if (result.ok)
      expect(result.document.source).toMatch(/TALK "Mine"[\s\S]*menu_?2:[\s\S]*TALK "Bye"/)
  })
})
