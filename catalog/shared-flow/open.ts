/**
 * A flow that several people edit at once: its text, where its steps begin in that text, and its layout, in
 * one Yjs document. Everybody's document becomes the same, whatever the order in which edits arrive.
 *
 * The text is the truth here too (docs/adr/0004). Steps are anchored at the first character of their
 * statement, so that everybody gives a step the same id (`step-anchors.ts`); the layout is split into
 * entries, so that two people who move two cards do not undo each other (`layout-entries.ts`).
 * Source: docs/adr/0028-a-shared-flow-is-a-yjs-document.md
 */
import * as Y from "yjs"
import { type Layout, layoutWithIds, listSteps, type Program, parse } from "#basic"
import { readEntries, writeEntries } from "./layout-entries.ts"
import { anchorSteps, resolveStepIds, type StepAnchor } from "./step-anchors.ts"

export interface SharedFlow {
  readonly doc: Y.Doc
  readonly text: Y.Text
  /** By step id. */
  readonly steps: Y.Map<StepAnchor>
  readonly layout: Y.Map<unknown>
}

/** Names of the parts; an update that writes to another is refused. */
export const partNames = ["source", "steps", "layout"] as const

/** A flow as it is stored: text and layout. */
export interface FlowText {
  readonly source: string
  readonly layout: Layout
}

/** Opens the parts of a document. */
export function openSharedFlow(doc: Y.Doc = new Y.Doc()): SharedFlow {
  return {
    doc,
    text: doc.getText("source"),
    steps: doc.getMap<StepAnchor>("steps"),
    layout: doc.getMap("layout"),
  }
}

/**
 * Makes the first document of a flow. Only ever once for each: two that were made apart do not merge.
 *
 * Steps that were never drawn get the ids that a page gives them that opens the same draft by itself: what
 * somebody selected or types into before the document is there keeps its name.
 */
export function seedSharedFlow({ source, layout }: FlowText): SharedFlow {
  const flow = openSharedFlow()
  const text = source.replace(/\r\n?/g, "\n")
  const { program } = parse(text)
  const starts = startsOf(program)
  const { stepIds } = layoutWithIds(program, layout)
  flow.doc.transact(() => {
    flow.text.insert(0, text)
    writeEntries(flow.layout, null, layout)
    anchorSteps(flow, starts, stepIds)
  })
  return flow
}

/** Reads a flow as it is stored. */
export function readSharedFlow(flow: SharedFlow): FlowText {
  const source = flow.text.toString()
  const starts = startsOf(parse(source).program)
  return { source, layout: readEntries(flow.layout, resolveStepIds(flow, starts)) }
}

/** Where the statements of a program begin, in the order of `Layout.stepIds`. */
export function startsOf(program: Program): number[] {
  return listSteps(program).map(({ statement }) => statement.span.start)
}

/** A document with the same content, to try something on. */
export function copySharedFlow({ doc }: SharedFlow): SharedFlow {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return openSharedFlow(copy)
}
