import { type Extension, StateEffect, StateField } from "@codemirror/state"
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view"
import type { PersonHere } from "#catalog/shared-flow/frames.ts"
import { colorOf, type PeopleStore } from "./people-store.ts"

const showPeople = StateEffect.define<readonly PersonHere[]>()

class Caret extends WidgetType {
  readonly #name: string
  readonly #color: number
  constructor(name: string, color: number) {
    super()
    this.#name = name
    this.#color = color
  }
  override eq(other: Caret): boolean {
    return other.#name === this.#name && other.#color === this.#color
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement("span")
    caret.className = "bw-caret"
    caret.dataset.person = String(this.#color)
    caret.dataset.name = this.#name
    caret.setAttribute("aria-hidden", "true")
    return caret
  }
  override ignoreEvent(): boolean {
    return true
  }
}

/** Where everybody else stands in the text; moves along with what is typed before it. */
const carets = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = set.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(showPeople)) next = drawPeople(effect.value, transaction.newDoc.length)
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function drawPeople(people: readonly PersonHere[], length: number): DecorationSet {
  const ranges = people.flatMap(({ name, userId, presence }) => {
    if (!presence?.cursor) return []
    const color = colorOf(userId)
    const head = Math.min(presence.cursor.head, length)
    const anchor = Math.min(presence.cursor.anchor, length)
    const caret = Decoration.widget({ widget: new Caret(name, color), side: 1 }).range(head)
    if (anchor === head) return [caret]
    const attributes = { "data-person": String(color) }
    const mark = Decoration.mark({ class: "bw-others-selection", attributes })
    return [mark.range(Math.min(anchor, head), Math.max(anchor, head)), caret]
  })
  return Decoration.set(ranges, true)
}

const look = EditorView.baseTheme({
  ".bw-caret": {
    position: "relative",
    borderInlineStart: "2px solid var(--person)",
    marginInlineStart: "-1px",
    marginInlineEnd: "-1px",
  },
  ".bw-caret::after": {
    content: "attr(data-name)",
    position: "absolute",
    insetBlockEnd: "100%",
    insetInlineStart: "-2px",
    padding: "0 5px",
    borderRadius: "5px 5px 5px 0",
    color: "#fff",
    background: "var(--person)",
    fontFamily: "var(--mantine-font-family)",
    fontSize: "11px",
    fontWeight: "600",
    lineHeight: "1.4",
    whiteSpace: "nowrap",
    pointerEvents: "none",
  },
  ".bw-others-selection": {
    background: "color-mix(in srgb, var(--person) 26%, transparent)",
  },
})

/** Shows others in this text, and this cursor to others. */
export function sourcePeople(people: PeopleStore): Extension {
  return [
    carets,
    look,
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet && !update.focusChanged) return
      const { anchor, head } = update.state.selection.main
      people.show({ cursor: update.view.hasFocus ? { anchor, head } : null })
    }),
  ]
}

/** Draws them whenever they move; gives back how to stop. */
export function followPeople(view: EditorView, people: PeopleStore): () => void {
  const draw = () => view.dispatch({ effects: showPeople.of(people.getState().people) })
  draw()
  const stop = people.subscribe((state, before) => {
    if (state.people !== before.people) draw()
  })
  return () => {
    stop()
    people.show({ cursor: null })
  }
}
