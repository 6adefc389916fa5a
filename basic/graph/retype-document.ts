/**
 * The document while somebody types inside one plain step: that step is read and shown anew, every other stays as it
 * is and is merely moved. `openDocument` gives the same for any edit; this is for the time between two keys.
 */
import type { Program, Statement } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { shiftSpans } from "../services/shift.ts"
import { withoutBodies } from "./bodies.ts"
import { endOf } from "./extent.ts"
import { listChoices } from "./menu.ts"
import type { CanvasFlow, CanvasGroup, CanvasStep, FlowDocument } from "./model.ts"
import { listWays } from "./outlets.ts"
import { lookOf } from "./step-looks.ts"
import { listTargets } from "./targets.ts"

/** A text in pieces that are read apart: those whose `statements` are the same list were not read again. */
export interface ReadText {
  readonly source: string
  readonly segments: readonly ReadPiece[]
  readonly program: Program
}
export interface ReadPiece {
  readonly start: number
  /** Where it stood when it was read: spans of its statements count from there. */
  readonly origin: number
  readonly statements: readonly Statement[]
}

interface Retyped {
  /** The step's statement before and after; spans as they stand in their texts. */
  readonly before: Statement
  readonly after: Statement
  readonly by: number
}

/**
 * Shows what `before` became, when one edit inside one plain step leads to `after`; null when more has changed.
 *
 * Shape: the result is `openDocument(after.source, previous.layout, previous)`, but for its findings: they are those
 *        of `previous`, moved, until the text is checked again.
 */
export function retypeDocument(
  previous: FlowDocument,
  before: ReadText,
  after: ReadText,
): FlowDocument | null {
  if (before.source !== previous.source) return null
  const change = findRetyped(before, after)
  if (change === null || !isPlain(change.before) || !isPlain(change.after)) return null
  const flows = showRetyped(previous, change, after.source)
  if (flows === null) return null
  const { layout } = previous
  const diagnostics = previous.diagnostics.map((found) => moveFinding(found, change))
  return {
    ...{ source: after.source, layout, flows, diagnostics },
    get program() {
      return after.program
    },
  }
}

/** The one statement that is another; null when there is none, or more, or it is of another kind. */
function findRetyped(before: ReadText, after: ReadText): Retyped | null {
  const old = before.segments
  const fresh = after.segments
  if (old.length !== fresh.length) return null
  const by = after.source.length - before.source.length
  const isKept = (at: number) => old[at]?.statements === fresh[at]?.statements
  let first = 0
  while (first < old.length && isKept(first)) first += 1
  let last = old.length - 1
  while (last > first && isKept(last)) last -= 1
  const changed: Retyped[] = []
  for (let at = first; at <= last; at += 1) {
    const [was, is] = [onlyStatement(old[at]), onlyStatement(fresh[at])]
    if (was === null || is === null) return null
    const moved = changed.length > 0 ? by : 0
    if (JSON.stringify(shiftSpans(was, moved)) !== JSON.stringify(is))
      changed.push({ before: was, after: is, by })
  }
  const [change] = changed
  const isOne = changed.length === 1 && change !== undefined
  return isOne && isInside(change, before, after) ? change : null
}

/** The edit lies behind the first character of the statement, and before its end. */
function isInside({ before, after, by }: Retyped, { source }: ReadText, next: ReadText): boolean {
  const [was, is] = [before.span, after.span]
  return (
    before.kind === after.kind &&
    was.start === is.start &&
    is.end - was.end === by &&
    source[was.start] === next.source[is.start] &&
    JSON.stringify([before.leading.length, before.trailing]) ===
      JSON.stringify([after.leading.length, shiftSpans(after.trailing, -by)])
  )
}

function onlyStatement(piece: ReadPiece | undefined): Statement | null {
  const [statement, second] = piece?.statements ?? []
  if (piece === undefined || statement === undefined || second !== undefined) return null
  return shiftSpans(statement, piece.start - piece.origin)
}

/** Leads nowhere by itself, holds nothing, and is no place that others lead to. */
const isPlain = (statement: Statement): boolean =>
  (statement.kind === "CommandStatement" ||
    statement.kind === "AssignStatement" ||
    statement.kind === "HearStatement") &&
  withoutBodies(statement) === statement &&
  listTargets(statement).length === 0 &&
  listChoices(statement).length === 0

function showRetyped(
  { flows, source: old }: FlowDocument,
  change: Retyped,
  source: string,
): readonly CanvasFlow[] | null {
  const { before, after, by } = change
  let shown = 0
  const showStep = (step: CanvasStep): CanvasStep => {
    const { start, end } = step.span
    if (end < before.span.start) return step
    if (start > before.span.start) return { ...step, span: { start: start + by, end: end + by } }
    if (start < before.span.start) {
      const span = { start, end: end + by }
      return { ...step, span, source: source.slice(span.start, span.end) }
    }
    const next = showStatement(step, change, old, source)
    if (next !== null) shown += 1
    return next ?? step
  }
  const next = flows.map((flow): CanvasFlow => {
    const groups = flow.groups.map((group): CanvasGroup => {
      const steps = group.steps.map(showStep)
      return steps.every((step, at) => step === group.steps[at]) ? group : { ...group, steps }
    })
    return groups.every((group, at) => group === flow.groups[at]) ? flow : { ...flow, groups }
  })
  return shown === 1 && after.kind === before.kind ? next : null
}

/** The step as it is now; null when it has other ways out than it had. */
function showStatement(
  step: CanvasStep,
  { before, after }: Retyped,
  old: string,
  source: string,
): CanvasStep | null {
  if (step.covers.length !== 1 || step.span.end !== endOf(old, before)) return null
  const own = { id: step.id, statement: after, select: null, outlets: [] }
  const ways = listWays({ step: own, at: 0, bodies: new Map() }, source)
  const isSame =
    ways.length === step.outlets.length &&
    ways.every(({ key, labelKey, text }, at) => {
      const outlet = step.outlets[at]
      return outlet?.key === key && outlet.labelKey === labelKey && outlet.text === text
    })
  if (!isSame) return null
  const span = { start: after.span.start, end: endOf(source, after) }
  return { ...step, ...lookOf(own, source), span, source: source.slice(span.start, span.end) }
}

/** What is found in the step itself ends where it ends now, and cannot be repaired until it is looked at again. */
function moveFinding(found: Diagnostic, { before, by }: Retyped): Diagnostic {
  const { start, end } = found.span
  if (end < before.span.start) return found
  if (start > before.span.end) return shiftSpans(found, by)
  const { fix: _, ...rest } = found
  return { ...rest, span: { start, end: Math.max(start, end + by) } } as Diagnostic
}
