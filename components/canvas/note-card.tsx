"use client"

import { type NodeProps, NodeResizer, type ResizeParams } from "@xyflow/react"
import { memo, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Note } from "#basic"
import { useCanvasActions } from "./canvas-actions.tsx"
import type { NoteNode } from "./canvas-nodes.ts"
import styles from "./note-card.module.css"

const least = { note: { width: 140, height: 70 }, region: { width: 240, height: 160 } } as const

/** What people write beside the cards: a note, or a titled region behind them. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation("canvas")
  const { store, isReadOnly } = useCanvasActions()
  const { note } = data
  const put = (change: Partial<Note>) =>
    store.getState().perform({ kind: "putNote", note: { ...note, ...change } })
  const resize = (_event: unknown, { x, y, width, height }: ResizeParams) =>
    put({
      ...{ x: Math.round(x), y: Math.round(y) },
      ...{ width: Math.round(width), height: Math.round(height) },
    })
  return (
    <section
      className={styles.note}
      data-kind={note.kind}
      data-color={note.color}
      data-selected={selected || undefined}
      aria-label={t(note.kind === "note" ? "note.label" : "region.label", { text: note.text })}
    >
      {!isReadOnly && (
        <NodeResizer
          isVisible={selected}
          minWidth={least[note.kind].width}
          minHeight={least[note.kind].height}
          onResizeEnd={resize}
          lineClassName={styles.line ?? ""}
          handleClassName={styles.handle ?? ""}
        />
      )}
      <div className={`bw-note-head ${styles.head}`} aria-hidden="true" />
      <NoteText note={note} isReadOnly={isReadOnly} onSave={(text) => put({ text })} />
    </section>
  )
})

interface NoteTextProps {
  readonly note: Note
  readonly isReadOnly: boolean
  readonly onSave: (text: string) => void
}

/** The words of a note: pressed once they can be written, Escape or leaving ends it. */
function NoteText({ note, isReadOnly, onSave }: NoteTextProps) {
  const { t } = useTranslation("canvas")
  const [draft, setDraft] = useState<string | null>(note.text === "" && !isReadOnly ? "" : null)
  const field = useRef<HTMLTextAreaElement>(null)
  const isWriting = draft !== null
  useEffect(() => {
    if (isWriting) field.current?.focus({ preventScroll: true })
  }, [isWriting])
  const finish = () => {
    if (draft !== null && draft !== note.text) onSave(draft)
    setDraft(null)
  }
  const label = t(note.kind === "note" ? "note.text" : "region.title")
  if (draft === null)
    return (
      <button
        type="button"
        className={`${styles.text} nodrag`}
        disabled={isReadOnly}
        data-empty={note.text === "" || undefined}
        onClick={() => setDraft(note.text)}
      >
        {note.text === "" ? label : note.text}
      </button>
    )
  return (
    <textarea
      ref={field}
      className={`${styles.field} nodrag nowheel`}
      aria-label={label}
      value={draft}
      maxLength={5_000}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation()
        const isDone = note.kind === "region" && event.key === "Enter"
        if (event.key === "Escape" || isDone) event.currentTarget.blur()
      }}
    />
  )
}
