"use client"

import { useEffect, useRef, useState } from "react"

const settleMs = 350

/**
 * What is being typed into a field, before it becomes an edit of the program: it settles after a short
 * pause or on leaving, and a change from elsewhere shows as soon as nobody is typing here. What the program
 * refuses stays in the field, with the reason.
 *
 * Shape: `onChange` gives the reason why not, or null.
 */
export function useFieldDraft<T>(value: T, onChange: (value: T) => string | null) {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ draft, onChange, value })
  latest.current = { draft, onChange, value }
  /** Sends what was typed; true when the program has it now. */
  const settle = (): boolean => {
    clearTimeout(timer.current)
    const { draft: pending, onChange: send, value: known } = latest.current
    if (!pending || isSame(pending.value, known)) return true
    const reason = send(pending.value)
    setProblem(reason)
    return reason === null
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const { draft: pending, onChange: send, value: known } = latest.current
      if (pending && !isSame(pending.value, known)) send(pending.value)
    },
    [],
  )
  // Once the program says the same, it leads again: undo shows in the field at once.
  useEffect(() => {
    setDraft((pending) => (pending && isSame(pending.value, value) ? null : pending))
  }, [value])
  return {
    shown: draft ? draft.value : value,
    problem,
    type(next: T) {
      latest.current = { ...latest.current, draft: { value: next } }
      setDraft({ value: next })
      clearTimeout(timer.current)
      timer.current = setTimeout(settle, settleMs)
    },
    /** What was chosen rather than typed needs no pause. */
    set(next: T) {
      latest.current = { ...latest.current, draft: { value: next } }
      setDraft({ value: next })
      settle()
    },
    leave() {
      if (settle()) {
        setDraft(null)
        setProblem(null)
      }
    },
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
