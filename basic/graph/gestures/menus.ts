/** The choices of a menu and the cases that take them. */
import type {
  CommandStatement,
  Expression,
  Place,
  SelectStatement,
  Statement,
} from "../../ast/nodes.ts"
import { printExpression } from "../../printer/expression.ts"
import { nowhere } from "../../source/span.ts"
import type { StatementStep } from "../graph.ts"
import { indentAt, indentUnit, lineBreakOf } from "../lines.ts"
import { type ChoosingStatement, listChoices, placeOfChoice } from "../menu.ts"
import { findCase } from "../outlets.ts"
import { asWritten, wholeSpan } from "../show.ts"
import { addCase, emptyBranch, leadBranch, removeCase, removeSelect } from "./branches.ts"
import { type Draft, locate, revise } from "./draft.ts"
import { requireLocated, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { slotAt } from "./regions.ts"
import { rewriteStatement } from "./rewrite.ts"
import { insertLines } from "./write.ts"

export type MenuStep = StatementStep & { readonly statement: ChoosingStatement }

export const isMenu = (step: StatementStep): step is MenuStep =>
  listChoices(step.statement).length > 0

const selectOf = (step: StatementStep): SelectStatement | null =>
  step.select?.statement.kind === "SelectStatement" ? step.select.statement : null

/** Leads a choice, or anything else, to a label; writes SELECT CASE and CASE where they are missing. */
export function leadChoice(before: Draft, stepId: string, outlet: string, label: string): Draft {
  const draft = outlet === "else" ? acceptOther(before, stepId) : before
  const menu = menuStep(draft, stepId)
  if (menu.select === null) return addSelect(draft, stepId, outlet, label)
  const selectId = menu.select.id
  if (outlet === "else" || outlet.startsWith("case:"))
    return leadBranch(draft, selectId, outlet, label)
  const own = ownCase(draft, menu, outlet)
  if (own.index !== null) return leadBranch(own.draft, selectId, `case:${own.index}`, label)
  return addCase(own.draft, selectId, own.value, `GOTO ${label}`)
}

/** "Anything else" happens only where anything else is taken. */
function acceptOther(draft: Draft, stepId: string): Draft {
  const { statement } = menuStep(draft, stepId)
  if (statement.kind !== "HearStatement" || statement.acceptsOther) return draft
  const { end } = wholeSpan(statement.options.at(-1)!, draft.source)
  return revise(draft, [{ span: { start: end, end }, text: ", *" }])
}

function menuStep(draft: Draft, stepId: string): MenuStep {
  const { step } = requireStep(draft, stepId).placed
  return isMenu(step) ? step : refuse("basic.canvas_step_gone", {})
}

/** Writes the SELECT CASE with its first way: there is none yet. */
function addSelect(draft: Draft, stepId: string, outlet: string, label: string): Draft {
  const named = withTarget(draft, stepId)
  const { statement } = menuStep(named, stepId)
  const hear = requireLocated(named, stepId)
  const slot = slotAt(named, hear.place, hear.at + 1)
  const indent = indentAt(named.source, hear.statement.span.start)
  const lines = [
    `${indent}SELECT CASE ${asWritten(placeOfChoice(statement)!, named.source)}`,
    `${indent}${indentUnit}${caseHead(named, statement, outlet)}`,
    `${indent}${indentUnit}${indentUnit}GOTO ${label}`,
    `${indent}END SELECT`,
  ]
  const text = lines.join(lineBreakOf(named.source))
  return revise(named, [insertLines(named, slot, { text, carries: [] })])
}

function caseHead(draft: Draft, statement: ChoosingStatement, outlet: string): string {
  if (outlet === "else") return "CASE ELSE"
  const option =
    listChoices(statement)[choiceIndex(outlet)] ?? refuse("basic.canvas_outlet_gone", { outlet })
  return `CASE ${asWritten(option, draft.source)}`
}

const choiceIndex = (outlet: string): number => Number(outlet.split(":")[1] ?? -1)

/** An answer, or an end, that nobody kept cannot be compared: it gets a variable. */
function withTarget(draft: Draft, stepId: string): Draft {
  const { statement } = requireLocated(draft, stepId)
  if (statement.kind === "CommandStatement")
    return rewriteStatement(draft, stepId, keepResult(statement, nameOf("outcome")))
  if (statement.kind !== "HearStatement" || statement.target !== null) return draft
  return rewriteStatement(draft, stepId, { ...statement, target: nameOf("choice") })
}

const nameOf = (name: string): Place => ({ kind: "NameExpression", span: nowhere, name })

/** `name = TALK ANSWER ...` from the command alone. */
export function keepResult(
  { keyword, operands, span, leading, trailing, failGoto }: CommandStatement,
  target: Place,
): Statement {
  const value: Expression = { kind: "CommandExpression", span, keyword, operands }
  const base = { span, leading, trailing, failGoto, target, operator: "=", isConst: false } as const
  return { ...base, kind: "AssignStatement", value }
}

/** The case that takes a choice alone; where it shares one with others it is taken out of it first. */
function ownCase(
  draft: Draft,
  menu: MenuStep,
  outlet: string,
): { draft: Draft; index: number | null; value: string } {
  const select = selectOf(menu)!
  const option =
    listChoices(menu.statement)[choiceIndex(outlet)] ??
    refuse("basic.canvas_outlet_gone", { outlet })
  const value = asWritten(option, draft.source)
  const index = findCase(select, option)
  if (index === null) return { draft, index, value }
  const { values } = select.cases[index]!
  if (values.length === 1) return { draft, index, value }
  const at = values.findIndex((other) => printExpression(other) === printExpression(option))
  return { draft: removeValue(draft, menu.select!.id, index, at), index: null, value }
}

/** Takes one value out of a CASE with several. */
export function removeValue(draft: Draft, selectId: string, index: number, at: number): Draft {
  const owner = requireLocated(draft, selectId)
  if (owner.statement.kind !== "SelectStatement") return draft
  const { values } = owner.statement.cases[index]!
  const spans = values.map((value) => wholeSpan(value, draft.source))
  const own = spans[at]!
  const span =
    at + 1 < values.length
      ? { start: own.start, end: spans[at + 1]!.start }
      : { start: spans[at - 1]!.end, end: own.end }
  return revise(draft, [{ span, text: "" }])
}

/** Takes the edge of a choice away. A choice that would then go where everything else goes gets an empty case. */
export function freeChoice(draft: Draft, stepId: string, outlet: string): Draft {
  const menu = menuStep(draft, stepId)
  if (menu.select === null) return draft
  const selectId = menu.select.id
  if (outlet === "else" || outlet.startsWith("case:")) {
    return dropEmptySelect(emptyBranch(draft, selectId, outlet), selectId)
  }
  const own = ownCase(draft, menu, outlet)
  const hasElse = selectOf(menu)!.otherwise !== null
  if (own.index === null)
    return hasElse || own.draft !== draft ? addCase(own.draft, selectId, own.value, null) : draft
  const emptied = emptyBranch(own.draft, selectId, `case:${own.index}`)
  if (hasElse) return emptied
  return dropEmptySelect(removeCase(emptied, selectId, own.index), selectId)
}

/** A SELECT CASE in which nothing is left goes away. */
function dropEmptySelect(draft: Draft, selectId: string): Draft {
  const owner = locate(draft, selectId)
  if (owner?.statement.kind !== "SelectStatement") return draft
  const { cases, otherwise } = owner.statement
  return cases.length === 0 && otherwise === null ? removeSelect(draft, owner) : draft
}

/**
 * Makes the cases of a step follow its choices, before those are written. A renamed choice keeps its case, a new one
 * has none yet, and the case of a removed one goes unless it holds steps.
 */
export function followChoices(draft: Draft, menu: MenuStep, options: readonly Expression[]): Draft {
  const old = listChoices(menu.statement).map(printExpression)
  const next = options.map(printExpression)
  const isRenamed = (at: number): boolean =>
    at < old.length && at < next.length && !next.includes(old[at]!) && !old.includes(next[at]!)
  let changed = draft
  old.forEach((key, at) => {
    if (menu.select === null || next.includes(key)) return
    changed = isRenamed(at)
      ? renameCase(changed, menu.select.id, key, next[at]!)
      : dropCase(changed, menu.select.id, key)
  })
  if (menu.select !== null && changed !== draft) {
    changed = dropEmptySelect(changed, menu.select.id)
  }
  return changed
}

/** Gives a menu other choices. */
export const setOptions = (draft: Draft, menu: MenuStep, options: readonly Expression[]): Draft =>
  writeOptions(followChoices(draft, menu, options), menu, options)

/** Replaces what changed in a list of the same length; a list of another length is written anew. */
function writeOptions(draft: Draft, menu: MenuStep, options: readonly Expression[]): Draft {
  const { statement } = locate(draft, menu.id)!
  if (statement.kind !== "HearStatement") return draft
  const old = statement.options
  if (old.length !== options.length) {
    const kept = options.map((option) => findSame(old, option) ?? option)
    return rewriteStatement(draft, menu.id, { ...statement, options: kept })
  }
  const edits = options.flatMap((option, at) => {
    const text = printExpression(option)
    return text === printExpression(old[at]!)
      ? []
      : [{ span: wholeSpan(old[at]!, draft.source), text }]
  })
  return revise(draft, edits)
}

const findSame = (all: readonly Expression[], one: Expression): Expression | undefined =>
  all.find((other) => printExpression(other) === printExpression(one))

function renameCase(draft: Draft, selectId: string, key: string, text: string): Draft {
  const { statement } = requireLocated(draft, selectId)
  if (statement.kind !== "SelectStatement") return draft
  const edits = statement.cases
    .flatMap(({ values }) => values)
    .filter((value) => printExpression(value) === key)
    .map((value) => ({ span: wholeSpan(value, draft.source), text }))
  return revise(draft, edits)
}

function dropCase(draft: Draft, selectId: string, key: string): Draft {
  const { statement } = requireLocated(draft, selectId)
  if (statement.kind !== "SelectStatement") return draft
  const index = statement.cases.findIndex(({ values }) =>
    values.some((value) => printExpression(value) === key),
  )
  const found = statement.cases[index]
  if (found === undefined) return draft
  if (found.values.length > 1) {
    const at = found.values.findIndex((value) => printExpression(value) === key)
    return removeValue(draft, selectId, index, at)
  }
  const [only, ...more] = found.body.statements
  const leadsAway = only === undefined || (only.kind === "GotoStatement" && more.length === 0)
  return leadsAway ? removeCase(draft, selectId, index) : draft
}
