import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { emptyLayout, openDocument } from "#basic"
import { openSharedFlow, readSharedFlow, seedSharedFlow } from "#catalog/shared-flow/open.ts"
import { generateFlow } from "../../../bench/canvas/generate-flow.ts"
import { createBuilderStore } from "../builder-store.ts"
import { mergeApart, takeInUnsent } from "./merge-apart.ts"
import { SharedEditing } from "./shared-editing.ts"

const source = 'TALK "a"\nHEAR name AS NAME\nTALK "b"\n'

/** A window of the builder with the flow open; what it sends is kept until it is handed over. */
function openWindow(seed: ReturnType<typeof seedSharedFlow>) {
  const draft = readSharedFlow(seed)
  const store = createBuilderStore({ ...draft, revision: 1, now: () => 0 })
  const flow = openSharedFlow()
  Y.applyUpdate(flow.doc, Y.encodeStateAsUpdate(seed.doc))
  const sent: Uint8Array[] = []
  const editing = new SharedEditing(store, flow, (update) => sent.push(update))
  store.getState().share({
    commit: (edit) => editing.commit(edit),
    undo: () => editing.undo(),
    redo: () => editing.redo(),
    flush: async () => 1,
    unsent: () => undefined,
  })
  editing.show()
  const text = () => store.getState().document.source
  return { store, editing, sent, text, state: () => store.getState() }
}
type Window = ReturnType<typeof openWindow>

function open(text = source): [Window, Window] {
  const { layout } = openDocument(text, emptyLayout)
  const seed = seedSharedFlow({ source: text, layout })
  return [openWindow(seed), openWindow(seed)]
}
function exchange(one: Window, other: Window) {
  const [ones, others] = [one.sent.splice(0), other.sent.splice(0)]
  other.editing.receive(ones)
  one.editing.receive(others)
}
const stepsOf = (window: Window) =>
  window.state().document.flows.flatMap(({ groups }) => groups.flatMap(({ steps }) => steps))

describe("a flow that two windows have open", () => {
  it("takes back only what was done in the window that undoes, and can do it again", () => {
    const [ana, ben] = open()
    ana.state().editSource(ana.text().replace('"a"', '"ana"'))
    ben.state().editSource(`${ben.text()}TALK "ben"\n`)
    exchange(ana, ben)
    ana.state().undo()
    exchange(ana, ben)
    for (const window of [ana, ben]) expect(window.text()).toBe(`${source}TALK "ben"\n`)
    expect(ana.state().canUndo).toBe(false)
    ana.state().redo()
    exchange(ana, ben)
    expect(ben.text()).toBe(`${source.replace('"a"', '"ana"')}TALK "ben"\n`)
  })

  it("gives steps back their ids when a removal is undone, for everybody", () => {
    const [ana, ben] = open()
    const ids = stepsOf(ana).map(({ id }) => id)
    ana.state().perform({ kind: "removeSteps", stepIds: ids.slice(0, 1) })
    exchange(ana, ben)
    expect(stepsOf(ben).map(({ id }) => id)).toEqual(ids.slice(1))
    ana.state().undo()
    exchange(ana, ben)
    for (const window of [ana, ben]) expect(stepsOf(window).map(({ id }) => id)).toEqual(ids)
    expect(readSharedFlow(ana.editing.flow)).toEqual(readSharedFlow(ben.editing.flow))
  })

  it("moves a card on one side while the text on the other does not parse, and keeps both", () => {
    const [ana, ben] = open()
    ana.state().editSource(`IF (((\n${ana.text()}`)
    const group = ben.state().document.flows[0]?.groups[0]?.id ?? ""
    ben.state().perform({ kind: "moveGroups", moves: { [group]: { x: 640, y: 80 } } })
    exchange(ana, ben)
    expect(ana.state().document.layout.groups[group]).toEqual({ x: 640, y: 80 })
    expect(ben.text()).toBe(`IF (((\n${source}`)
  })

  it("tells the edits of others as they were made, so that a cursor stays where it is", () => {
    const [ana, ben] = open()
    ana.state().editSource(`REM 1\n${ana.text()}`)
    exchange(ana, ben)
    expect(ben.state().lastEdits).toEqual({
      before: source,
      edits: [{ span: { start: 0, end: 0 }, text: "REM 1\n" }],
    })
  })

  it("shows a keystroke of somebody else in a flow of 1,000 steps for little more than one of one's own costs", () => {
    const [ana, ben] = open(generateFlow(1_000))
    const type = () => {
      const at = ana.text().indexOf('"', 200) + 1
      ana.state().editSource(`${ana.text().slice(0, at)}x${ana.text().slice(at)}`)
    }
    const own: number[] = []
    const others: number[] = []
    for (let count = 0; count < 7; count += 1) {
      own.push(timeOf(type))
      others.push(timeOf(() => ben.editing.receive(ana.sent.splice(0))))
    }
    expect(ben.text()).toBe(ana.text())
    // Reading the program again is nearly all of both; with it done twice this would fail.
    expect(Math.min(...others)).toBeLessThan(Math.min(...own) * 1.8 + 10)
  })
})

function timeOf(act: () => void): number {
  const begun = performance.now()
  act()
  return performance.now() - begun
}

describe("drafts without a line to the others", () => {
  it("become one with what the server has, and what was never sent is in it", () => {
    const store = createBuilderStore({ source, layout: emptyLayout, revision: 1, now: () => 0 })
    store.getState().editSource(`${source}TALK "mine"\n`)
    mergeApart(store, { source: `TALK "theirs"\n${source}`, layout: emptyLayout, revision: 5 })
    expect(store.getState().document.source).toBe(`TALK "theirs"\n${source}TALK "mine"\n`)
    expect(store.getState()).toMatchObject({ revision: 5, save: { kind: "waiting" } })
    const base = { source, layout: emptyLayout }
    const kept = { source: source.replace('"b"', '"kept"'), layout: emptyLayout, revision: 1, base }
    store.setState({ unsent: kept })
    takeInUnsent(store)
    expect(store.getState().document.source).toContain('"kept"')
    expect(store.getState().document.source).toContain('"theirs"')
    expect(store.getState().unsent).toBeNull()
  })
})
