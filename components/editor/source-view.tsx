"use client"

import { setDiagnostics } from "@codemirror/lint"
import { openSearchPanel } from "@codemirror/search"
import { StateEffect } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { useEffect, useRef, useState } from "react"
import { useStore } from "zustand"
import { listOutline, type OutlineItem } from "#basic/services/outline.ts"
import { MoreTexts } from "../i18n/builder-texts.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { diffTexts } from "./edit-history.ts"
import { fromOutside, makeState, showRunning } from "./source/make-state.ts"
import { modelOf } from "./source/model-field.ts"
import { format, goTo } from "./source/navigation.ts"
import { OutlinePanel } from "./source/outline-panel.tsx"
import { toEditorDiagnostics } from "./source/problems.ts"
import styles from "./source/source.module.css"
import type { SourceWords } from "./source/source-words.ts"
import { useSourceWords } from "./source/use-source-words.ts"
import { followPeople, sourcePeople } from "./together/source-people.ts"
import { usePeopleStore } from "./together/together-links.tsx"
import { untyped, useCalmDocument } from "./use-calm-document.ts"

interface SourceViewProps {
  readonly store: BuilderStore
  /** Read by screen readers. */
  readonly label: string
  readonly isReadOnly?: boolean
}

/** The program as text in a real editor; every keystroke is the canvas's next picture, and the other way round. */
export function SourceView(props: SourceViewProps) {
  return (
    <MoreTexts group="source">
      <MoreTexts group="findings">
        <SourceEditor {...props} />
      </MoreTexts>
    </MoreTexts>
  )
}

function SourceEditor({ store, label, isReadOnly = false }: SourceViewProps) {
  const words = useSourceWords()
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [outline, setOutline] = useState<readonly OutlineItem[] | null>(null)

  useEffect(() => {
    if (!host.current) return
    const state = makeState({ store, label, isReadOnly, words })
    const editor = new EditorView({ parent: host.current, state })
    setView(editor)
    return () => {
      setView(null)
      editor.destroy()
    }
  }, [store, label, isReadOnly, words])
  useDocument(store, view, words)
  useCursorAndRun(store, view)
  usePeople(store, view)
  const document = useCalmDocument(store)
  const isOutlined = outline !== null
  // The document is what tells that the text changed; the outline itself is read from the editor's own model.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isOutlined && view) setOutline(listOutline(modelOf(view.state)))
  }, [document, isOutlined, view])

  return (
    <div className={styles.frame}>
      <div className={styles.tools} role="toolbar" aria-label={words.say("tools")}>
        <IconButton
          label={words.say("outline")}
          aria-pressed={isOutlined}
          onClick={() => setOutline(isOutlined ? null : [])}
        >
          <Icon name="list" size={16} />
        </IconButton>
        <IconButton
          label={words.say("find")}
          shortcut="mod+F"
          onClick={() => view && openSearchPanel(view)}
        >
          <Icon name="search" size={16} />
        </IconButton>
        {!isReadOnly && (
          <IconButton
            label={words.say("format")}
            shortcut="shift+alt+F"
            onClick={() => view && format(view)}
          >
            <Icon name="wand" size={16} />
          </IconButton>
        )}
      </div>
      <div className={styles.body}>
        {outline && (
          <OutlinePanel
            items={outline}
            words={words}
            onChoose={({ selection }) => view && goTo(view, selection.start)}
          />
        )}
        <div ref={host} dir="ltr" className={styles.host} />
      </div>
    </div>
  )
}

/** Brings changes from the canvas and from undo into the text, and findings to their places. */
function useDocument(store: BuilderStore, view: EditorView | null, words: SourceWords) {
  // The editor itself moves what it shows with the text; it is told anew when something else is found.
  const found = useStore(store, (state) => untyped(state.document).diagnostics)
  useEffect(() => {
    if (!view) return
    followText(store, view)
    // At once, not with the next picture: what is typed meanwhile must be an edit of this text.
    return store.subscribe((state, before) => {
      if (state.document.source !== before.document.source) followText(store, view)
    })
  }, [store, view])
  useEffect(() => {
    if (!view || found === null) return
    const { diagnostics, source } = store.getState().document
    view.dispatch(
      setDiagnostics(view.state, toEditorDiagnostics(diagnostics, source.length, words)),
    )
  }, [found, store, view, words])
}

/** Shows where everybody else stands in the text, and them where this cursor is. */
function usePeople(store: BuilderStore, view: EditorView | null) {
  const people = usePeopleStore(store)
  useEffect(() => {
    if (!view) return
    view.dispatch({ effects: StateEffect.appendConfig.of(sourcePeople(people)) })
    return followPeople(view, people)
  }, [view, people])
}

/** Makes the text what the document says, by the edits that were made where they are known. */
function followText(store: BuilderStore, view: EditorView) {
  const { document, lastEdits } = store.getState()
  const text = modelOf(view.state).source
  if (text === document.source) return
  const edits = lastEdits?.before === text ? lastEdits.edits : diffTexts(text, document.source)
  const changes = edits.map(({ span, text: insert }) => ({
    from: span.start,
    to: span.end,
    insert,
  }))
  view.dispatch({ changes, annotations: fromOutside.of(true) })
}

/** Shows the step that is selected on the canvas, and the one that runs in the test chat. */
function useCursorAndRun(store: BuilderStore, view: EditorView | null) {
  const revealAt = useStore(store, (state) => state.revealAt)
  const running = useStore(store, (state) => state.runningStepId)
  useEffect(() => {
    if (!view || !revealAt || view.hasFocus) return
    const anchor = Math.min(revealAt.start, view.state.doc.length)
    const head = Math.min(revealAt.end, view.state.doc.length)
    view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    })
  }, [revealAt, view])
  useEffect(() => {
    const span = running ? findStep(store.getState().document, running)?.span : null
    const range = span ? { from: span.start, to: span.end } : null
    view?.dispatch({ effects: showRunning.of(range) })
  }, [running, store, view])
}
