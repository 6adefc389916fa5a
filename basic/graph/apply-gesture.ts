/**
 * Carries out what a person did on the canvas as edits of the text.
 *
 * Shape:  `edits` refer to `document.source` and touch only the lines concerned; applied to it they give
 *         `result.document.source`. Steps that were not touched keep their ids.
 * Errors: `ok: false` with a whole sentence when the gesture cannot be, or when it would give the program
 *         an error it does not have; nothing has changed then.
 */
import { checkSource } from "../analyzer/check-source.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { viewDocument } from "./document.ts"
import { addFlow } from "./gestures/add-flow.ts"
import { addGroup } from "./gestures/add-group.ts"
import { addStep } from "./gestures/add-step.ts"
import { connect } from "./gestures/connect.ts"
import { diffEdits } from "./gestures/diff-edits.ts"
import { disconnect } from "./gestures/disconnect.ts"
import { type Draft, draftOf } from "./gestures/draft.ts"
import { duplicateStep } from "./gestures/duplicate-step.ts"
import { extractStep } from "./gestures/extract-step.ts"
import { format } from "./gestures/format.ts"
import { moveGroups } from "./gestures/move-groups.ts"
import { moveStep } from "./gestures/move-step.ts"
import { putNote, removeNotes } from "./gestures/notes.ts"
import type { Done } from "./gestures/outcome.ts"
import { Refusal } from "./gestures/refuse.ts"
import { removeGroup } from "./gestures/remove-group.ts"
import { removeGroups } from "./gestures/remove-groups.ts"
import { removeSteps } from "./gestures/remove-steps.ts"
import { renameGroup } from "./gestures/rename-group.ts"
import { setField } from "./gestures/set-field.ts"
import { styleGroups } from "./gestures/style-groups.ts"
import { switchSteps } from "./gestures/switch-steps.ts"
import { makeRoom } from "./make-room.ts"
import type { FlowDocument, Gesture, GestureResult, Layout } from "./model.ts"
import { sharesLines } from "./shares-lines.ts"

export function applyGesture(document: FlowDocument, gesture: Gesture): GestureResult {
  if (gesture.kind === "format" || !sharesLines(document.source)) return apply(document, gesture)
  const parted = apply(document, { kind: "format" })
  const result = parted.ok ? apply(parted.document, gesture) : parted
  if (!result.ok) return result
  return { ...result, edits: diffEdits(document.source, result.document.source) }
}

function apply(document: FlowDocument, gesture: Gesture): GestureResult {
  try {
    return finish(document, perform(draftOf(document), gesture, document))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, diagnostic: error.diagnostic }
    throw error
  }
}

function perform(draft: Draft, gesture: Gesture, document: FlowDocument): Done {
  switch (gesture.kind) {
    case "addStep":
      return addStep(draft, gesture)
    case "addGroup":
      return addGroup(draft, gesture, document)
    case "removeSteps":
      return removeSteps(draft, gesture)
    case "removeGroup":
      return removeGroup(draft, gesture)
    case "removeGroups":
      return removeGroups(draft, gesture)
    case "moveStep":
      return moveStep(draft, gesture)
    case "extractStep":
      return extractStep(draft, gesture, document)
    case "duplicateStep":
      return duplicateStep(draft, gesture)
    case "switchSteps":
      return switchSteps(draft, gesture)
    case "connect":
      return connect(draft, gesture)
    case "disconnect":
      return disconnect(draft, gesture)
    case "renameGroup":
      return renameGroup(draft, gesture)
    case "setField":
      return setField(draft, gesture)
    case "moveGroups":
      return moveGroups(draft, gesture, document)
    case "styleGroups":
      return styleGroups(draft, gesture)
    case "putNote":
      return putNote(draft, gesture)
    case "removeNotes":
      return removeNotes(draft, gesture)
    case "addFlow":
      return addFlow(draft, gesture)
    case "putTexts":
      return { draft: { ...draft, layout: { ...draft.layout, texts: gesture.texts } } }
    case "format":
      return format(draft)
  }
}

function finish(before: FlowDocument, done: Done): GestureResult {
  const { source } = done.draft
  const isSame = source === before.source
  const diagnostics = isSame ? before.diagnostics : checkSource(source).diagnostics
  const error = done.mayFail ? null : findNewError(before.diagnostics, diagnostics)
  if (error !== null) return { ok: false, diagnostic: error }
  const document = settleLayout(before, viewDocument(done.draft, diagnostics), done.draft)
  return {
    ok: true,
    edits: diffEdits(before.source, source),
    document,
    focusStepId: done.focusStepId ?? null,
    focusGroupId: done.focusGroupId ?? null,
  }
}

/** Forgets groups that are gone, and makes room where cards have grown. */
function settleLayout(before: FlowDocument, view: FlowDocument, draft: Draft): FlowDocument {
  const ids = new Set(
    view.flows.flatMap(({ id, groups }) => [id, ...groups.map((group) => group.id)]),
  )
  const settled = { ...view, layout: forgetLost(view.layout, ids) }
  if (before.source === view.source) return settled
  const layout = makeRoom(before, settled)
  return layout === settled.layout ? settled : viewDocument({ ...draft, layout }, view.diagnostics)
}

/** An error that says something none of the errors before said, or says it once more. */
function findNewError(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Diagnostic | null {
  const known = new Map<string, number>()
  for (const { severity, code, message } of before) {
    const key = `${code} ${message}`
    if (severity === "error") known.set(key, (known.get(key) ?? 0) + 1)
  }
  for (const finding of after) {
    if (finding.severity !== "error") continue
    const key = `${finding.code} ${finding.message}`
    const count = known.get(key) ?? 0
    if (count === 0) return finding
    known.set(key, count - 1)
  }
  return null
}

/** Positions, titles and looks of groups that are gone are not kept, nor are notes of flows that are gone. */
function forgetLost(layout: Layout, ids: ReadonlySet<string>): Layout {
  const keep = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)))
  const { groups, titles, looks, notes } = layout
  return {
    ...layout,
    groups: keep(groups),
    titles: keep(titles),
    ...(looks && { looks: keep(looks) }),
    ...(notes && { notes: notes.filter(({ flowId }) => ids.has(flowId)) }),
  }
}
