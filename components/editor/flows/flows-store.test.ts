import { beforeEach, describe, expect, it, vi } from "vitest"
import { emptyLayout, openDocument } from "#basic"
import { findCallTarget } from "./find-call-target.ts"
import { type BotFlow, createFlowsStore, findFlow, sourceOf } from "./flows-store.ts"

const flow = (id: string, name: string, source = ""): BotFlow => ({
  id,
  name,
  stored: { source, layout: emptyLayout, revision: 1 },
})
const flows = [
  flow("1", "start", 'CALL "order.bas"\n'),
  flow("2", "order", "total()\nFUNCTION total()\nRETURN 1\nEND FUNCTION\n"),
  flow("3", "tools/add"),
]
const open = () => createFlowsStore({ botId: "bot", flows, draftRevision: 3, canEdit: false })

beforeEach(() => void vi.stubGlobal("localStorage", {}))

describe("the flows of an open bot", () => {
  it("keep what was edited in each, whichever is shown", () => {
    const store = open()
    store.getState().opened.get("1")?.getState().editSource("TALK 1\n")
    store.getState().open("2")
    expect(store.getState().currentId).toBe("2")
    expect(sourceOf(store.getState(), flows[0] as BotFlow)).toBe("TALK 1\n")
    const first = store.getState().opened.get("1")
    store.getState().open("1")
    expect(store.getState().opened.get("1")).toBe(first)
  })

  it("are shown as the one before was, but for the settings of its step", () => {
    const store = open()
    store.getState().opened.get("1")?.setState({ view: "both", panel: "step", isPanelOpen: true })
    store.getState().open("2")
    expect(store.getState().opened.get("2")?.getState()).toMatchObject({
      view: "both",
      panel: "chat",
    })
  })

  it("open at a procedure", () => {
    const store = open()
    store.getState().open("2", "TOTAL")
    const { document, flowId } = store.getState().opened.get("2")?.getState() ?? {}
    expect(document?.flows.find(({ id }) => id === flowId)?.name).toBe("total")
  })

  it("show the first when the one that is shown is deleted", () => {
    const store = open()
    store.getState().open("2")
    store.getState().remove("2")
    expect(store.getState().currentId).toBe("1")
    expect(store.getState().opened.has("2")).toBe(false)
  })

  it("know of each other: what is there is no problem, and what has gone is one", () => {
    const store = open()
    const codes = () =>
      store
        .getState()
        .opened.get("1")
        ?.getState()
        .document.diagnostics.map(({ code }) => code)
    store.getState().opened.get("1")?.getState().editSource('CALL order\nCALL "gone"\n')
    expect(codes()).toEqual(["basic.missing_script"])
    store.getState().rename("3", "gone")
    expect(codes()).toEqual([])
    store.getState().remove("3")
    expect(codes()).toEqual(["basic.missing_script"])
  })

  it("count changes upwards, but for what the server says", () => {
    const store = open()
    store.getState().noteRevision(5)
    store.getState().noteRevision(4)
    expect(store.getState().draftRevision).toBe(5)
    store.getState().setRevision(2)
    expect(store.getState().draftRevision).toBe(2)
  })

  it("are found by the names that calls give them", () => {
    expect(findFlow(flows, "ORDER.bas")?.id).toBe("2")
    expect(findFlow(flows, "add")?.id).toBe("3")
    expect(findFlow(flows, "gone")).toBeNull()
  })
})

describe("a step that runs a flow", () => {
  const targetOf = (source: string) => {
    const document = openDocument(source, emptyLayout)
    return findCallTarget(document, document.layout.stepIds[0] ?? "")
  }
  it("leads to a flow of its own text, or to another by its name", () => {
    expect(targetOf('CALL "order.bas", 1')).toEqual({ kind: "other", name: "order.bas" })
    expect(targetOf('RUN "order"')).toEqual({ kind: "other", name: "order" })
    expect(targetOf('x = CALL "order"')).toEqual({ kind: "other", name: "order" })
    expect(targetOf("CALL order")).toEqual({ kind: "other", name: "order" })
    expect(targetOf("CALL greet\nSUB greet()\nTALK 1\nEND SUB")).toMatchObject({ kind: "own" })
    expect(targetOf('TALK "order"')).toBeNull()
  })
})
