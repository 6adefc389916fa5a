import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state"
import { keymap, showTooltip, type Tooltip } from "@codemirror/view"
import { type SignatureHelp, signatureAt } from "#basic/services/signature.ts"
import { draw } from "./draw-doc.ts"
import { modelOf } from "./model-field.ts"
import type { SourceWords } from "./source-words.ts"

const hide = StateEffect.define<null>()

/** The operands of what is being written, above the line; Escape hides them until the next key. */
const makeField = (words: SourceWords) =>
  StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, transaction) {
      if (transaction.effects.some((effect) => effect.is(hide))) return null
      const isTyping = transaction.isUserEvent("input") || transaction.isUserEvent("delete")
      if (isTyping && transaction.docChanged) return tooltipOf(transaction.state, words)
      if (tooltip === null || (!transaction.docChanged && !transaction.selection)) return tooltip
      return tooltipOf(transaction.state, words)
    },
    provide: (field) => showTooltip.from(field),
  })

export function sourceSignature(words: SourceWords): Extension {
  const field = makeField(words)
  return [
    field,
    keymap.of([
      {
        key: "Escape",
        run: (view) => {
          if (view.state.field(field) === null) return false
          view.dispatch({ effects: hide.of(null) })
          return true
        },
      },
    ]),
  ]
}

function tooltipOf(state: EditorState, words: SourceWords): Tooltip | null {
  const { main } = state.selection
  const help = main.empty ? signatureAt(modelOf(state), main.head) : null
  if (help === null || help.activeOperand === null) return null
  return { pos: main.head, above: true, create: () => ({ dom: drawSignature(help, words) }) }
}

function drawSignature(
  { forms, activeForm, activeOperand, summary }: SignatureHelp,
  words: SourceWords,
): HTMLElement {
  const form = forms[activeForm]
  const operand = form?.operands[activeOperand ?? -1]
  const label = form?.label ?? ""
  const shape =
    operand === undefined
      ? draw("code", "", label)
      : draw(
          "code",
          "",
          label.slice(0, operand.start),
          draw("strong", "", label.slice(operand.start, operand.end)),
          label.slice(operand.end),
        )
  const sentence = operand?.doc ? words.operand(operand.doc) : summary
  return draw("div", "bw-signature", shape, ...(sentence === "" ? [] : [draw("div", "", sentence)]))
}
