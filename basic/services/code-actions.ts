import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Span, TextEdit } from "../source/span.ts"
import type { SourceModel } from "./source-model.ts"

/** A repair of one finding, or of all findings of its kind. */
export interface CodeAction {
  readonly title: string
  readonly code: Diagnostic["code"]
  /** The finding it repairs; the first one when it repairs all of a kind. */
  readonly diagnostic: Diagnostic
  readonly edits: readonly TextEdit[]
  /** Units: findings it repairs. */
  readonly count: number
}

/** Lists repairs for findings that touch a range; where several of a kind are in the text, one for all of them too. */
export function codeActionsAt(model: SourceModel, range: Span): CodeAction[] {
  const all = model.check()
  const here = all.filter(({ span, fix }) => fix !== undefined && touches(span, range))
  const actions = here.map((diagnostic) => actionOf(diagnostic, [diagnostic]))
  const kinds = new Set(here.map(({ code }) => code))
  for (const code of kinds) {
    const same = all.filter((each) => each.code === code && each.fix !== undefined)
    const first = same[0]
    if (first !== undefined && same.length > 1) actions.push(actionOf(first, same))
  }
  return actions
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Edits of several findings together; one that overlaps an earlier one is left for the next time. */
function actionOf(diagnostic: Diagnostic, all: readonly Diagnostic[]): CodeAction {
  const edits: TextEdit[] = []
  let count = 0
  for (const { fix } of all) {
    const added = fix?.edits ?? []
    if (added.some((edit) => edits.some((other) => overlaps(edit.span, other.span)))) continue
    edits.push(...added)
    count++
  }
  return { title: diagnostic.fix?.title ?? "", code: diagnostic.code, diagnostic, edits, count }
}

const overlaps = (a: Span, b: Span): boolean =>
  a.start < b.end && b.start < a.end ? true : a.start === b.start && a.end === b.end
