"use client"

import { useEffect, useRef } from "react"
import { toggleBreakpoint } from "../../canvas/step-marks.ts"
import type { BuilderStore } from "../builder-store.ts"
import type { DebugActions } from "./debug-store.ts"

/** F8 goes on, F9 sets a breakpoint on the selected step, F10 and F11 go step by step; with Shift back and out. */
export function useDebugKeys(store: BuilderStore, actions: DebugActions) {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (!doKey(event, store, latest.current)) return
      event.preventDefault()
    }
    addEventListener("keydown", press)
    return () => removeEventListener("keydown", press)
  }, [store])
}

function doKey({ key, shiftKey }: KeyboardEvent, store: BuilderStore, actions: DebugActions) {
  if (key === "F8") actions.step("run")
  else if (key === "F9") for (const id of store.getState().selection) toggleBreakpoint(store, id)
  else if (key === "F10" && shiftKey) actions.back()
  else if (key === "F10") actions.step("over")
  else if (key === "F11") actions.step(shiftKey ? "out" : "into")
  else return false
  return true
}
