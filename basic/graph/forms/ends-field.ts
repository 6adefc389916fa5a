/** The ends a command can come to, one line each; each is a way out of its step. */
import type { Operand } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import type { Draft } from "../gestures/draft.ts"
import { followChoices, isMenu } from "../gestures/menus.ts"
import { requireStep } from "../gestures/outcome.ts"
import { listChoices, listEnds, splitEnds } from "../menu.ts"
import { type Field, field, wantTexts } from "./field.ts"

/** `write` puts the operand into the statement; null takes it away. */
export function endsField(
  id: string,
  name: string,
  { doc, operand }: { readonly doc: string; readonly operand: Operand | undefined },
  write: (draft: Draft, next: Operand | null) => Draft,
): Field {
  const value = operand?.kind === "TextLiteral" ? splitEnds(operand.value) : null
  return field(name, {
    ...{ editor: "textList", value, doc },
    write: (draft, given) => {
      const ends = given === null ? [] : splitEnds(wantTexts(name, given).join(";"))
      const next: Operand | null =
        ends.length === 0
          ? null
          : { kind: "TextLiteral", span: nowhere, value: ends.join("; "), isMultiline: false }
      return write(followEnds(draft, id, ends, next, write), next)
    },
  })
}

/** The choices the step will have are those it has in a draft that nobody keeps. */
function followEnds(
  draft: Draft,
  id: string,
  ends: readonly string[],
  next: Operand | null,
  write: (draft: Draft, next: Operand | null) => Draft,
): Draft {
  const { step } = requireStep(draft, id).placed
  if (!isMenu(step) || step.select === null) return draft
  if (listEnds(step.statement).join() === ends.join()) return draft
  return followChoices(
    draft,
    step,
    listChoices(requireStep(write(draft, next), id).placed.step.statement),
  )
}
