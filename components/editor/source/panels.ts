import { StateEffect, StateField } from "@codemirror/state"
import { type EditorView, type Panel, showPanel } from "@codemirror/view"
import { draw } from "./draw-doc.ts"

type MakePanel = (view: EditorView) => Panel

/** Opens a panel below the text, or closes the one that is open. */
export const setPanel = StateEffect.define<MakePanel | null>()

/** One panel at a time: the new name, a list of places, repairs. */
export const panelField = StateField.define<MakePanel | null>({
  create: () => null,
  update(panel, transaction) {
    let next = panel
    for (const effect of transaction.effects) if (effect.is(setPanel)) next = effect.value
    return next
  },
  provide: (field) => showPanel.from(field),
})

export function openPanel(view: EditorView, make: MakePanel) {
  view.dispatch({ effects: setPanel.of(null) })
  view.dispatch({ effects: setPanel.of(make) })
}

/** Closes the panel and goes back to the text. */
export function closePanel(view: EditorView) {
  view.dispatch({ effects: setPanel.of(null) })
  view.focus()
}

export interface Choice {
  readonly label: string
  /** Said before it, in small letters: the line. */
  readonly place?: string
  readonly choose: () => void
}

/** A panel with a heading and a list to choose from with arrows, Enter and the pointer. */
export function listPanel(heading: string, choices: readonly Choice[]): MakePanel {
  return (view) => {
    const buttons = choices.map(({ label, place, choose }) => {
      const button = draw(
        "button",
        "",
        ...(place === undefined ? [] : [draw("small", "", place)]),
        draw("span", "", label),
      )
      button.type = "button"
      button.addEventListener("click", choose)
      return button
    })
    const list = draw("div", "bw-panel-list", ...buttons)
    const dom = draw("section", "bw-panel", draw("strong", "", heading), list)
    dom.setAttribute("aria-label", heading)
    dom.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
      if (event.key === "Escape") closePanel(view)
      else if (step !== 0) buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus()
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    return { dom, mount: () => buttons[0]?.focus() }
  }
}
