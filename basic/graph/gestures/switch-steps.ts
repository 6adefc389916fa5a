/** Switches steps off by a comment above them, and on again by taking the comment away. */
import { isOff, offComment } from "../../ast/is-off.ts"
import { skipBlanks } from "../../lexer/characters.ts"
import { readLineComment } from "../../lexer/comment.ts"
import type { Span } from "../../source/span.ts"
import { indentAt, lineBreakOf, lineStart, nextLine } from "../lines.ts"
import type { Gesture } from "../model.ts"
import { type Draft, type DraftEdit, findStep, type Located, locate, revise } from "./draft.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireStep } from "./outcome.ts"

/** What comes back comes back as it was, errors included: the panel of problems says what to do about them. */
export function switchSteps(
  draft: Draft,
  { stepIds, isOff: becomesOff }: Extract<Gesture, { kind: "switchSteps" }>,
): Done {
  let opened = draft
  for (const id of stepIds) opened = openBody(opened, requireStep(opened, id).card).draft
  const edits = stepIds
    .flatMap((id) => coveredBy(opened, id))
    .filter(({ statement }) => isOff(statement) !== becomesOff)
    .map(({ statement }) =>
      becomesOff
        ? switchOff(opened, statement.span)
        : { span: commentLine(opened.source, statement.span.start), text: "" },
    )
  return { draft: revise(opened, edits), mayFail: !becomesOff }
}

/** A menu is switched with the SELECT CASE on its answer. */
function coveredBy(draft: Draft, id: string): Located[] {
  const { step } = findStep(draft, id)!.placed
  const ids = step.select === null ? [step.id] : [step.id, step.select.id]
  return ids.map((each) => locate(draft, each)!)
}

function switchOff({ source }: Draft, { start }: Span): DraftEdit {
  const line = lineStart(source, start)
  const text = `${indentAt(source, start)}' ${offComment}${lineBreakOf(source)}`
  return { span: { start: line, end: line }, text }
}

/** The line of the comment that switches the statement at `start` off. */
function commentLine(source: string, start: number): Span {
  let line = lineStart(source, start)
  while (line > 0) {
    line = lineStart(source, line - (source.startsWith("\r\n", line - 2) ? 2 : 1))
    const comment = readLineComment(source, skipBlanks(source, line, start), start)
    if (comment?.text.toLowerCase() === offComment)
      return { start: line, end: nextLine(source, line) }
  }
  return { start: line, end: line }
}
