"use client"

import { unifiedMergeView } from "@codemirror/merge"
import { EditorState } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import styles from "./prompts.module.css"

interface TextDiffProps {
  before: string
  after: string
}

/** What came and what went between two texts. */
export default function TextDiff({ before, after }: TextDiffProps) {
  const { t } = useTranslation("prompts")
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (host.current === null) return
    const view = new EditorView({
      parent: host.current,
      doc: after,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": t("changes") }),
        unifiedMergeView({ original: before, mergeControls: false, gutter: true }),
      ],
    })
    return () => view.destroy()
  }, [before, after, t])
  return <div ref={host} className={styles.diff} />
}
