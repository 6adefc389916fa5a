import type { EditorView } from "@codemirror/view"
import { prepareRename, renameAt } from "#basic/services/rename.ts"
import { draw } from "./draw-doc.ts"
import { modelOf } from "./model-field.ts"
import { closePanel, openPanel } from "./panels.ts"
import type { SourceWords } from "./source-words.ts"

/** Asks for a new name for what the cursor stands on, and gives it everywhere it is meant. */
export function startRename(view: EditorView, words: SourceWords): boolean {
  const offset = view.state.selection.main.head
  const found = prepareRename(modelOf(view.state), offset)
  if (found === null) {
    const refused = renameAt(modelOf(view.state), offset, "")
    openPanel(view, () => ({
      dom: drawRefusal(words.say(`refused.${refused.ok ? "" : refused.reason}`)),
    }))
    return true
  }
  openPanel(view, () => drawForm(view, words, { offset, text: found.text }))
  return true
}

function drawForm(
  view: EditorView,
  { say }: SourceWords,
  { offset, text }: { readonly offset: number; readonly text: string },
) {
  const input = draw("input", "")
  input.value = text
  input.spellcheck = false
  const problem = draw("div", "bw-panel-problem")
  problem.setAttribute("role", "alert")
  const act = draw("button", "bw-panel-act", say("rename"))
  act.type = "submit"
  const label = draw("label", "", say("renameTo", { name: text }), input)
  const dom = draw("form", "bw-panel bw-panel-form", label, act, problem)
  dom.addEventListener("submit", (event) => {
    event.preventDefault()
    const result = renameAt(modelOf(view.state), offset, input.value)
    if (!result.ok) {
      problem.textContent = say(`refused.${result.reason}`, { name: input.value })
      input.focus()
      return
    }
    closePanel(view)
    view.dispatch({
      changes: result.edits.map(({ span, text: insert }) => ({
        from: span.start,
        to: span.end,
        insert,
      })),
      userEvent: "rename",
    })
  })
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    event.stopPropagation()
    closePanel(view)
  })
  return {
    dom,
    mount: () => {
      input.focus()
      input.select()
    },
  }
}

function drawRefusal(sentence: string): HTMLElement {
  const dom = draw("div", "bw-panel", sentence)
  dom.setAttribute("role", "status")
  return dom
}
