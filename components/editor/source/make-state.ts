import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete"
import { defaultKeymap, indentWithTab } from "@codemirror/commands"
import { indentUnit } from "@codemirror/language"
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search"
import { Annotation, EditorState, type Extension, StateEffect, StateField } from "@codemirror/state"
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view"
import { type BuilderStore, findStepAt } from "../builder-store.ts"
import { sourceBreakpoints } from "./breakpoints.ts"
import { sourceCompletion } from "./completion.ts"
import { sourceFolding } from "./folding.ts"
import { sourceHighlight } from "./highlight.ts"
import { sourceHover } from "./hover.ts"
import { editsOf, modelField, modelOf } from "./model-field.ts"
import { sourceNavigation } from "./navigation.ts"
import { offLines } from "./off-lines.ts"
import { sourceRepairs } from "./repairs.ts"
import { sameName } from "./same-name.ts"
import { sourceSignature } from "./signature.ts"
import { phraseKeys, type SourceWords } from "./source-words.ts"
import { sourceTheme } from "./theme.ts"

/** Marks changes that came from the canvas or from undo, so that they are not sent back. */
export const fromOutside = Annotation.define<boolean>()
export const showRunning = StateEffect.define<{ from: number; to: number } | null>()

const runningLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = set.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(showRunning)) continue
      const line = effect.value
        ? transaction.newDoc.lineAt(Math.min(effect.value.from, transaction.newDoc.length))
        : null
      next = line
        ? Decoration.set([Decoration.line({ class: "bw-running" }).range(line.from)])
        : Decoration.none
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

interface StateParts {
  readonly store: BuilderStore
  readonly label: string
  readonly isReadOnly: boolean
  readonly words: SourceWords
}

/** The editor of one program. */
export function makeState({ store, label, isReadOnly, words }: StateParts): EditorState {
  const phrases = Object.fromEntries(
    Object.entries(phraseKeys).map(([phrase, key]) => [phrase, words.say(key)]),
  )
  return EditorState.create({
    doc: store.getState().document.source,
    extensions: [
      modelField,
      EditorState.phrases.of(phrases),
      sourceRepairs(words),
      sourceBreakpoints(store),
      lineNumbers(),
      sourceFolding,
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      highlightSelectionMatches(),
      sourceHighlight,
      sameName,
      sourceTheme,
      sourceHover(words),
      sourceSignature(words),
      runningLines,
      offLines,
      sourceCompletion(words),
      sourceNavigation(words, isReadOnly),
      closeBrackets(),
      EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["(", "[", "{", '"'] } }]),
      indentUnit.of("    "),
      keysOf(store),
      EditorState.tabSize.of(4),
      EditorState.readOnly.of(isReadOnly),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
      listenTo(store),
    ],
  })
}

function keysOf(store: BuilderStore): Extension {
  const undo = () => {
    store.getState().undo()
    return true
  }
  const redo = () => {
    store.getState().redo()
    return true
  }
  return keymap.of([
    { key: "Mod-z", run: undo, preventDefault: true },
    { key: "Mod-y", run: redo, preventDefault: true },
    { key: "Mod-Shift-z", run: redo, preventDefault: true },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...defaultKeymap,
    indentWithTab,
  ])
}

function listenTo(store: BuilderStore): Extension {
  return EditorView.updateListener.of((update) => {
    const isOwn = !update.transactions.some((transaction) => transaction.annotation(fromOutside))
    if (update.docChanged && isOwn) {
      const after = modelOf(update.state)
      const reading = { before: modelOf(update.startState), after, edits: editsOf(update.changes) }
      store.getState().editSource(after.source, reading)
    }
    if (update.selectionSet && isOwn && update.view.hasFocus)
      selectUnderCursor(store, update.state.selection.main.head)
  })
}

/** The cursor in the text is the selection on the canvas. */
function selectUnderCursor(store: BuilderStore, offset: number) {
  const state = store.getState()
  const found = findStepAt(state.document, offset)
  if (!found || state.selection[0] === found.step.id) return
  if (found.flowId !== state.flowId) state.showFlow(found.flowId)
  store.getState().selectSteps([found.step.id], { reveal: false })
}
