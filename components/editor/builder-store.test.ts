import { expect, it, vi } from "vitest"
import { emptyLayout, openDocument } from "#basic"
import { openSource } from "#basic/services/source-model.ts"
import { createBuilderStore, findStepAt } from "./builder-store.ts"

const source = 'TALK "a"\nHEAR name AS NAME\nTALK "b"\n'
const open = (text = source) =>
  createBuilderStore({ source: text, layout: emptyLayout, revision: 3, now: () => 0 })
const sourceOf = (store: ReturnType<typeof open>) => store.getState().document.source
const firstGroup = (store: ReturnType<typeof open>) =>
  store.getState().document.flows[0]?.groups[0] ?? expect.unreachable()

it("undoes and redoes gestures and typing in one history", () => {
  const store = open()
  const { perform, editSource, undo, redo } = store.getState()
  const [first] = firstGroup(store).steps
  perform({ kind: "removeSteps", stepIds: [first?.id ?? ""] })
  editSource(`${sourceOf(store)}TALK "c"\n`)
  const last = sourceOf(store)
  undo()
  undo()
  expect(sourceOf(store)).toBe(source)
  redo()
  redo()
  expect(sourceOf(store)).toBe(last)
})
it("gives steps back their ids when a removal is undone", () => {
  const store = open()
  const ids = firstGroup(store).steps.map(({ id }) => id)
  store.getState().perform({ kind: "removeSteps", stepIds: ids.slice(0, 1) })
  store.getState().undo()
  expect(firstGroup(store).steps.map(({ id }) => id)).toEqual(ids)
})
it("shows a key inside a step at once, and finds what is wrong with it when typing pauses", () => {
  vi.useFakeTimers()
  const store = open()
  const [before] = firstGroup(store).steps
  const model = openSource(source)
  const at = source.indexOf("a")
  const edits = [{ span: { start: at + 2, end: at + 2 }, text: " + nme" }]
  const after = model.edit(edits)
  store.getState().editSource(after.source, { before: model, after, edits })
  const [step] = firstGroup(store).steps
  expect(step).toMatchObject({ id: before?.id, source: 'TALK "a" + nme' })
  expect(store.getState().document.diagnostics).toEqual([])
  vi.runAllTimers()
  vi.useRealTimers()
  const { document } = store.getState()
  expect(document.diagnostics).toEqual(openDocument(after.source, emptyLayout).diagnostics)
  expect(document.diagnostics).not.toEqual([])
  store.getState().undo()
  expect(sourceOf(store)).toBe(source)
})
it("marks every change as not saved yet", () => {
  const store = open()
  expect(store.getState().save.kind).toBe("saved")
  store.getState().editSource('TALK "x"\n')
  expect(store.getState().save.kind).toBe("waiting")
})
it("gives the reason of a refused setting back and changes nothing", () => {
  const store = open('IF a = 1 THEN\n    TALK "x"\nEND IF\n')
  const [step] = firstGroup(store).steps
  const gesture = {
    kind: "setField",
    stepId: step?.id ?? "",
    field: "condition",
    value: "a =",
  } as const
  expect(store.getState().tryGesture(gesture)?.message).toMatch(/Expected a value/)
  expect(store.getState().refusal).toBeNull()
  expect(store.getState().save.kind).toBe("saved")
})
it("drops removed steps from the selection", () => {
  const store = open()
  const id = firstGroup(store).steps[0]?.id ?? ""
  store.getState().selectSteps([id])
  store.getState().editSource('HEAR name AS NAME\nTALK "b"\n')
  expect(store.getState().selection).toEqual([])
})
it("keeps a step selected that the shared flow calls otherwise", () => {
  const [store, other] = [open(), open()]
  const [chosen] = firstGroup(store).steps
  const shared = other.getState().document
  const text = JSON.stringify(shared)
  const renamed = JSON.parse(text.replaceAll(chosen?.id ?? "-", "s-else")) as typeof shared
  store.getState().selectSteps([chosen?.id ?? ""])
  store.getState().showShared(renamed, [])
  expect(store.getState().selection).toEqual(["s-else"])
})
it("keeps both versions of a conflict within one undo, whichever is chosen", () => {
  for (const choice of ["mine", "theirs"] as const) {
    const store = open()
    store.getState().editSource('TALK "mine"\n')
    const current = { source: 'TALK "theirs"\n', layout: emptyLayout, revision: 9 }
    store.getState().setSave({ kind: "conflict", current })
    store.getState().settleConflict(choice)
    expect(sourceOf(store)).toBe(`TALK "${choice}"\n`)
    expect(store.getState().revision).toBe(9)
    expect(store.getState().save.kind).toBe(choice === "mine" ? "waiting" : "saved")
    store.getState().undo()
    expect(sourceOf(store)).toBe(choice === "mine" ? 'TALK "theirs"\n' : 'TALK "mine"\n')
  }
})
it("finds the innermost step of a place in the text", () => {
  const text = 'IF a = 1 THEN\n    TALK "x"\nEND IF\n'
  const { document } = open(text).getState()
  expect(findStepAt(document, text.indexOf("TALK") + 1)?.step.keyword).toBe("TALK")
  expect(findStepAt(document, 2)?.step.keyword).toBe("IF")
})
it("reads texts with the line ends of other systems", () => {
  expect(sourceOf(open('TALK "a"\r\nTALK "b"\r\n'))).toBe('TALK "a"\nTALK "b"\n')
})
