"use client"

import { MergeView, unifiedMergeView } from "@codemirror/merge"
import { EditorState, type Extension } from "@codemirror/state"
import { Decoration, EditorView, lineNumbers } from "@codemirror/view"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { highlightSource } from "#basic"
import { sourceTheme } from "../source/theme.ts"
import styles from "./history.module.css"

interface SourceDiffProps {
  readonly before: string
  readonly after: string
  /** One under the other, where there is no room for two. */
  readonly isNarrow: boolean
  /** A line of the later text to show. */
  readonly line: number | null
}

/** Two texts of a flow side by side; what is the same folds away. */
export function SourceDiff({ before, after, isNarrow, line }: SourceDiffProps) {
  const { t } = useTranslation("history")
  const host = useRef<HTMLDivElement>(null)
  const shown = useRef<EditorView | null>(null)
  useEffect(() => {
    const parent = host.current
    if (!parent) return
    const show = (text: string) => [readOnly(t("source.label")), colours(text)]
    const collapseUnchanged = { margin: 3, minSize: 6 }
    if (isNarrow) {
      const view = new EditorView({
        parent,
        doc: after,
        extensions: [
          show(after),
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged }),
        ],
      })
      shown.current = view
      return () => view.destroy()
    }
    const merge = new MergeView({
      parent,
      a: { doc: before, extensions: show(before) },
      b: { doc: after, extensions: show(after) },
      collapseUnchanged,
    })
    shown.current = merge.b
    return () => merge.destroy()
  }, [before, after, isNarrow, t])
  useEffect(() => {
    const view = shown.current
    if (view === null || line === null || line > view.state.doc.lines) return
    const { from } = view.state.doc.line(line)
    view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) })
  }, [line])
  return <div ref={host} className={styles.source} dir="ltr" />
}

const readOnly = (label: string): Extension => [
  lineNumbers(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": label }),
  sourceTheme,
]

/** The compiler's own lexer colours the text; it never changes here, so once is enough. */
const colours = (text: string): Extension =>
  EditorView.decorations.of(
    Decoration.set(
      highlightSource(text).flatMap(({ start, end, kind }) =>
        end > start ? [Decoration.mark({ class: `bw-${kind}` }).range(start, end)] : [],
      ),
      true,
    ),
  )
