"use client"

import { autocompletion, completionKeymap } from "@codemirror/autocomplete"
import { defaultKeymap, indentWithTab } from "@codemirror/commands"
import { setDiagnostics } from "@codemirror/lint"
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search"
import { Annotation, EditorState, StateEffect, StateField } from "@codemirror/state"
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
import { useEffect, useRef } from "react"
import { useStore } from "zustand"
import { type BuilderStore, findStep, findStepAt } from "./builder-store.ts"
import { diffTexts } from "./edit-history.ts"
import { completeSource, sourceHover, toEditorDiagnostics } from "./source-assist.ts"
import { sourceHighlight } from "./source-highlight.ts"
import { sourceTheme } from "./source-theme.ts"

/** Marks changes that came from the canvas or from undo, so that they are not sent back. */
const fromOutside = Annotation.define<boolean>()
const showRunning = StateEffect.define<{ from: number; to: number } | null>()

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

interface SourceViewProps {
  readonly store: BuilderStore
  /** Read by screen readers. */
  readonly label: string
  readonly isReadOnly?: boolean
}

/** The program as text in a real editor; every keystroke is the canvas's next picture, and the other way round. */
export function SourceView({ store, label, isReadOnly = false }: SourceViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const document = useStore(store, (state) => state.document)
  const revealAt = useStore(store, (state) => state.revealAt)
  const running = useStore(store, (state) => state.runningStepId)

  useEffect(() => {
    if (!host.current) return
    const editor = new EditorView({
      parent: host.current,
      state: makeState(store, label, isReadOnly),
    })
    view.current = editor
    return () => {
      editor.destroy()
      view.current = null
    }
  }, [store, label, isReadOnly])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const changes = diffTexts(editor.state.doc.toString(), document.source).map((edit) => ({
      from: edit.span.start,
      to: edit.span.end,
      insert: edit.text,
    }))
    if (changes.length > 0) editor.dispatch({ changes, annotations: fromOutside.of(true) })
    const found = toEditorDiagnostics(document.diagnostics, document.source.length)
    editor.dispatch(setDiagnostics(editor.state, found))
  }, [document])

  useEffect(() => {
    const editor = view.current
    if (!editor || !revealAt || editor.hasFocus) return
    const anchor = Math.min(revealAt.start, editor.state.doc.length)
    const head = Math.min(revealAt.end, editor.state.doc.length)
    editor.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    })
  }, [revealAt])

  useEffect(() => {
    const span = running ? findStep(store.getState().document, running)?.span : null
    const range = span ? { from: span.start, to: span.end } : null
    view.current?.dispatch({ effects: showRunning.of(range) })
  }, [running, store])

  return <div ref={host} dir="ltr" style={{ height: "100%", minHeight: 0, overflow: "hidden" }} />
}

function makeState(store: BuilderStore, label: string, isReadOnly: boolean): EditorState {
  const undo = () => {
    store.getState().undo()
    return true
  }
  const redo = () => {
    store.getState().redo()
    return true
  }
  return EditorState.create({
    doc: store.getState().document.source,
    extensions: [
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      highlightSelectionMatches(),
      sourceHighlight,
      sourceTheme,
      sourceHover,
      runningLines,
      autocompletion({ override: [completeSource], icons: false }),
      keymap.of([
        { key: "Mod-z", run: undo, preventDefault: true },
        { key: "Mod-y", run: redo, preventDefault: true },
        { key: "Mod-Shift-z", run: redo, preventDefault: true },
        ...completionKeymap,
        ...searchKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorState.tabSize.of(4),
      EditorState.readOnly.of(isReadOnly),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": label,
        spellcheck: "false",
        tabindex: "0",
      }),
      EditorView.updateListener.of((update) => {
        const isOwn = !update.transactions.some((transaction) =>
          transaction.annotation(fromOutside),
        )
        if (update.docChanged && isOwn) store.getState().editSource(update.state.doc.toString())
        if (update.selectionSet && isOwn && update.view.hasFocus)
          selectUnderCursor(store, update.state.selection.main.head)
      }),
    ],
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
