"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import styles from "./inline-edit.module.css"

interface InlineEditProps {
  value: string
  /** Names the field: "Name of the bot". */
  label: string
  /** Called with trimmed text that differs from `value` and is not empty. */
  onSave: (value: string) => void
  maxLength?: number
  isReadOnly?: boolean
  className?: string
}

/** Text that turns into a field where it stands: Enter or leaving saves, Escape gives the old text back. */
export function InlineEdit({
  value,
  label,
  onSave,
  maxLength = 120,
  isReadOnly = false,
  className = "",
}: InlineEditProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const isEditing = draft !== null
  useEffect(() => {
    if (isEditing) field.current?.select()
  }, [isEditing])

  const finish = (isKept: boolean) => {
    const text = draft?.trim()
    setDraft(null)
    if (isKept && text && text !== value) onSave(text)
  }
  const handleKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === "Enter") finish(true)
    if (event.key === "Escape") finish(false)
  }

  if (isReadOnly) return <span className={className}>{value}</span>
  if (draft === null)
    return (
      <button
        type="button"
        className={`${styles.text} ${className} nodrag`}
        aria-label={`${label}: ${value}`}
        onClick={() => setDraft(value)}
      >
        {value}
      </button>
    )
  return (
    <input
      ref={field}
      className={`${styles.field} ${className} nodrag`}
      aria-label={label}
      value={draft}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={handleKey}
      onBlur={() => finish(true)}
    />
  )
}
