import * as Y from "yjs"
import { type FlowDocument, openDocument, type TextEdit } from "#basic"
import { readEntries } from "#catalog/shared-flow/layout-entries.ts"
import { enterDraft } from "#catalog/shared-flow/merge-drafts.ts"
import { type FlowText, type SharedFlow, startsOf } from "#catalog/shared-flow/open.ts"
import { anchorSteps, resolveStepIds } from "#catalog/shared-flow/step-anchors.ts"
import { writeChange } from "#catalog/shared-flow/write-change.ts"
import type { BuilderStore, SharedEdit } from "../builder-store.ts"

const local = "local"
const remote = "remote"
/** Typing within a breath is one step of undo. */
const joinWithinMs = 900

/**
 * Binds an open flow to the document that everybody shares: what is done here is written into it, what
 * others do is shown here. The document and what is shown always say the same between two events.
 *
 * Undo is the person's own: it takes back what was done in this window, and leaves what others did.
 */
export class SharedEditing {
  readonly flow: SharedFlow
  readonly #store: BuilderStore
  readonly #undo: Y.UndoManager
  /** Ends the ids of steps that are made in this window. */
  readonly #maker = `k${Math.random().toString(36).slice(2, 7)}`
  #edits: TextEdit[] = []
  #wasTyping = false

  constructor(store: BuilderStore, flow: SharedFlow, onEdit: (update: Uint8Array) => void) {
    this.#store = store
    this.flow = flow
    this.#undo = new Y.UndoManager([flow.text, flow.layout, flow.steps], {
      trackedOrigins: new Set([local]),
      captureTimeout: joinWithinMs,
    })
    flow.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== remote) onEdit(update)
    })
    flow.text.observe((event) => {
      this.#edits = toEdits(event.delta)
    })
  }

  commit({ before, after, edits, isTyping, areStepsKept }: SharedEdit): void {
    if (!isTyping || !this.#wasTyping) this.#undo.stopCapturing()
    this.#wasTyping = isTyping
    const starts = areStepsKept ? null : startsOf(after.program)
    writeChange(this.flow, { edits, before, after, starts }, local)
    this.#tellHistory()
  }

  undo(): void {
    this.#travel(() => this.#undo.undo())
  }

  redo(): void {
    this.#travel(() => this.#undo.redo())
  }

  /** What others did, in the order in which it came. */
  receive(updates: readonly Uint8Array[]): void {
    this.#edits = []
    this.flow.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.flow.doc, update, remote)
    }, remote)
    this.show()
  }

  /** A draft that was made without the document, as if it were typed here now. */
  enter(draft: FlowText): void {
    this.#undo.stopCapturing()
    enterDraft(this.flow, draft, () => true, local)
    this.#undo.stopCapturing()
    this.#edits = []
  }

  /** Edits that were made in another window of this browser and never arrived. */
  adopt(update: Uint8Array): void {
    Y.applyUpdate(this.flow.doc, update, local)
    this.#edits = []
  }

  /** Shows what the document says. */
  show({ isUndone = false }: { isUndone?: boolean } = {}): void {
    const { document: before } = this.#store.getState()
    const next = this.#read(before, isUndone)
    this.#store.getState().showShared(next, this.#edits)
    this.#edits = []
  }

  destroy(): void {
    this.#undo.destroy()
    this.flow.doc.destroy()
  }

  #travel(move: () => void): void {
    this.#edits = []
    this.#store.getState().setSave({ kind: "waiting" })
    move()
    this.show({ isUndone: true })
    const { document: after } = this.#store.getState()
    // Only this document knows which characters came back; the others are told by their anchors.
    const starts = startsOf(after.program)
    this.flow.doc.transact(() => anchorSteps(this.flow, starts, after.layout.stepIds), "anchors")
    this.#wasTyping = false
    this.#tellHistory()
  }

  #read(before: FlowDocument, followUndone: boolean): FlowDocument {
    const source = this.flow.text.toString()
    const layout = {
      ...readEntries(this.flow.layout, before.layout.stepIds),
      maker: this.#maker,
    }
    // Typing leaves ids alone nearly always: then this is all there is to read.
    const carried = openDocument(source, layout, before)
    const stepIds = resolveStepIds(this.flow, startsOf(carried.program), { followUndone })
    const isSame = stepIds.every((id, at) => id === carried.layout.stepIds[at])
    return isSame ? carried : openDocument(source, { ...carried.layout, stepIds })
  }

  #tellHistory(): void {
    const canUndo = this.#undo.canUndo()
    const canRedo = this.#undo.canRedo()
    const state = this.#store.getState()
    if (state.canUndo !== canUndo || state.canRedo !== canRedo)
      this.#store.setState({ canUndo, canRedo })
  }
}

/** What Yjs says of a change, as edits of the text before it. */
function toEdits(delta: Y.YTextEvent["delta"]): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) at += retain
    if (typeof insert === "string") edits.push({ span: { start: at, end: at }, text: insert })
    if (removed !== undefined) {
      edits.push({ span: { start: at, end: at + removed }, text: "" })
      at += removed
    }
  }
  return edits
}
