"use client"

import { useEffect, useRef } from "react"
import type { BuilderStore } from "./builder-store.ts"

interface BuilderKeys {
  readonly canEdit: boolean
  readonly onHelp: () => void
}

/**
 * The keys that hold in the whole builder: undo and redo of the program, also from its settings and beside the
 * canvas, and `?` for the list of keys. Other fields keep their own undo.
 */
export function useBuilderKeys(store: BuilderStore, keys: BuilderKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const { canEdit, onHelp } = latest.current
      const direction = readHistoryKey(event)
      if (direction && canEdit && isOfProgram(event.target)) {
        event.preventDefault()
        store.getState()[direction]()
      }
      if (event.key === "?" && !event.ctrlKey && !event.metaKey && !isField(event.target)) {
        event.preventDefault()
        onHelp()
      }
    }
    addEventListener("keydown", press)
    return () => removeEventListener("keydown", press)
  }, [store])
}

/** Reads Mod+Z, Mod+Shift+Z and Mod+Y. */
export function readHistoryKey(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">,
): "undo" | "redo" | null {
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === "z") return event.shiftKey ? "redo" : "undo"
  return key === "y" ? "redo" : null
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** What is typed into settings is the program; a message or a search is not. */
function isOfProgram(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  if (target.closest("[role=dialog]")) return false
  return !isField(target) || target.closest("[data-settings]") !== null
}
