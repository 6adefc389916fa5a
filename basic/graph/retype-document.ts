/**
 * The document while somebody types inside one step: that step is read and shown anew, every other stays as it is and
 * is merely moved, and where it is moved to is worked out only when somebody asks. `openDocument` gives the same for any
 * edit; this is for the time between two keys.
 */
import type { Statement } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { shiftSpans } from "../services/shift.ts"
import type { Span } from "../source/span.ts"
import { withoutBodies } from "./bodies.ts"
import { endOf } from "./extent.ts"
import { findRetyped, type ReadText, type Retyped } from "./find-retyped.ts"
import { listChoices } from "./menu.ts"
import type { CanvasFlow, CanvasGroup, CanvasStep, FlowDocument, TypedStep } from "./model.ts"
import { listWays } from "./outlets.ts"
import { lookOf } from "./step-looks.ts"
import { listTargets } from "./targets.ts"

/**
 * Shows what `before` became, when one edit inside one step leads to `after`; null when more has changed.
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
  if (change === null || !isLocal(change)) return null
  const known = previous.typed
  const typed =
    known !== undefined && known.step.span.start === change.before.span.start
      ? known
      : beginTyping(previous, change.before.span)
  const step = typed && showStatement(typed.step, change, before.source, after.source)
  return step ? makeTyped(typed, step, after) : null
}

/** What a step is that leads nowhere by itself, holds nothing, and is no place that others lead to; or its words are. */
function isLocal({ before, after, isInWords }: Retyped): boolean {
  return (before.kind === after.kind && isInWords) || (isPlain(before) && isPlain(after))
}

const plainKinds: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "CommandStatement",
  "AssignStatement",
  "HearStatement",
  "CallStatement",
  "TextBlockStatement",
  "UnknownStatement",
  "BrokenStatement",
])

const isPlain = (statement: Statement): boolean =>
  plainKinds.has(statement.kind) &&
  withoutBodies(statement) === statement &&
  listTargets(statement).length === 0 &&
  listChoices(statement).length === 0

/** The first key in a step: the document as it is now is what everything else is told by. Null where no step begins. */
function beginTyping(previous: FlowDocument, { start, end }: Span): TypedStep | null {
  const base = settle(previous)
  const found: Omit<TypedStep, "line">[] = []
  let lineEnd = end
  for (const flow of base.flows)
    for (const group of flow.groups)
      for (const step of group.steps) {
        if (step.span.start === start)
          found.push({ base, flowId: flow.id, group, step, origin: step.span })
        // A step in the same line, behind THEN.
        else if (step.span.start > start) lineEnd = Math.min(lineEnd, step.span.start - 1)
      }
  const [typed, second] = found
  const isOne = typed !== undefined && second === undefined
  return isOne ? { ...typed, line: { start, end: lineEnd } } : null
}

/** The same document with nothing left to work out. */
function settle(document: FlowDocument): FlowDocument {
  if (document.typed === undefined) return document
  const { source, layout, flows, diagnostics } = document
  return {
    ...{ source, layout, flows, diagnostics },
    get program() {
      return document.program
    },
  }
}

/** The step as it is now; null when it has other ways out than it had. */
function showStatement(
  step: CanvasStep,
  { before, after, by, isInWords }: Retyped,
  old: string,
  source: string,
): CanvasStep | null {
  const own = { id: step.id, statement: after, select: null, outlets: [] }
  const span = { start: step.span.start, end: step.span.end + by }
  const shown = {
    ...step,
    ...lookOf(own, source),
    span,
    source: source.slice(span.start, span.end),
  }
  if (isInWords) return shown
  if (step.covers.length !== 1 || step.span.end !== endOf(old, before)) return null
  if (span.end !== endOf(source, after)) return null
  const ways = listWays({ step: own, at: 0, bodies: new Map() }, source)
  const isSame =
    ways.length === step.outlets.length &&
    ways.every(({ key, labelKey, text }, at) => {
      const outlet = step.outlets[at]
      return outlet?.key === key && outlet.labelKey === labelKey && outlet.text === text
    })
  return isSame ? shown : null
}

function makeTyped(before: TypedStep, step: CanvasStep, after: ReadText): FlowDocument {
  const { base, group: was } = before
  const steps = was.steps.map((each) => (each.id === step.id ? step : each))
  const group: CanvasGroup = { ...was, steps }
  const typed: TypedStep = { ...before, group, step }
  let flows: readonly CanvasFlow[] | null = null
  let diagnostics: readonly Diagnostic[] | null = null
  return {
    ...{ source: after.source, layout: base.layout, typed },
    get program() {
      return after.program
    },
    get flows() {
      flows ??= moveFlows(typed, after.source)
      return flows
    },
    get diagnostics() {
      diagnostics ??= base.diagnostics.map((found) => moveFinding(found, typed))
      return diagnostics
    },
  }
}

/** How much longer the text is than that of the base. */
const growthOf = ({ origin, step }: TypedStep): number => step.span.end - origin.end

/** The flows with every step where it stands now. */
function moveFlows(typed: TypedStep, source: string): readonly CanvasFlow[] {
  const by = growthOf(typed)
  const from = typed.origin.start
  const move = (step: CanvasStep): CanvasStep => {
    if (step.id === typed.step.id) return typed.step
    const { start, end } = step.span
    if (end < from) return step
    if (start > from) return { ...step, span: { start: start + by, end: end + by } }
    const span = { start, end: end + by }
    return { ...step, span, source: source.slice(span.start, span.end) }
  }
  return typed.base.flows.map((flow): CanvasFlow => {
    const groups = flow.groups.map((group): CanvasGroup => {
      const steps = group.steps.map(move)
      return steps.every((step, at) => step === group.steps[at]) ? group : { ...group, steps }
    })
    return groups.every((group, at) => group === flow.groups[at]) ? flow : { ...flow, groups }
  })
}

/** What is found in the step itself ends where it ends now, and cannot be repaired until it is looked at again. */
function moveFinding(found: Diagnostic, typed: TypedStep): Diagnostic {
  const by = growthOf(typed)
  const { start, end } = found.span
  if (end < typed.line.start) return found
  if (start > typed.line.end) return shiftSpans(found, by)
  const { fix: _, ...rest } = found
  return { ...rest, span: { start, end: Math.max(start, end + by) } } as Diagnostic
}
