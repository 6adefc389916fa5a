"use client"

import { useEffect, useRef, useState } from "react"

const settleMs = 350

/**
 * What is being typed into a field, before it becomes an edit of the program: it settles after a short
 * pause or on leaving, and a change from elsewhere shows as soon as nobody is typing here.
 */
export function useFieldDraft<T>(value: T, onChange: (value: T) => void) {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ draft, onChange, value })
  latest.current = { draft, onChange, value }
  const settle = () => {
    clearTimeout(timer.current)
    const { draft: pending, onChange: send, value: known } = latest.current
    if (pending && JSON.stringify(pending.value) !== JSON.stringify(known)) send(pending.value)
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const { draft: pending, onChange: send, value: known } = latest.current
      if (pending && JSON.stringify(pending.value) !== JSON.stringify(known)) send(pending.value)
    },
    [],
  )
  return {
    shown: draft ? draft.value : value,
    type(next: T) {
      setDraft({ value: next })
      clearTimeout(timer.current)
      timer.current = setTimeout(settle, settleMs)
    },
    leave() {
      settle()
      setDraft(null)
    },
  }
}
