"use client"

import { useMemo, useSyncExternalStore } from "react"
import type { FlowDocument } from "#basic"
import type { BuilderStore } from "./builder-store.ts"

const quietMs = 300

/** The document for what no key inside a step changes: the one that was there before the first of them. */
export const untyped = (document: FlowDocument): FlowDocument => document.typed?.base ?? document

/**
 * The document for what need not follow every key: as it is after any change that may make or lose steps, and while
 * somebody types inside one, as soon as they pause.
 */
export function useCalmDocument(store: BuilderStore): FlowDocument {
  return useFollowed(store, quietMs, "each")
}

/** The same for what costs more than a frame: of other changes that come one upon the other, the first and the last. */
export function useSettledDocument(store: BuilderStore, ms: number): FlowDocument {
  return useFollowed(store, ms, "first")
}

function useFollowed(store: BuilderStore, ms: number, atOnce: "each" | "first"): FlowDocument {
  const { subscribe, get } = useMemo(() => followCalmly(store, ms, atOnce), [store, ms, atOnce])
  return useSyncExternalStore(subscribe, get, get)
}

function followCalmly(store: BuilderStore, ms: number, atOnce: "each" | "first") {
  let shown = store.getState().document
  const subscribe = (tell: () => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      const { document } = store.getState()
      if (document === shown) return
      shown = document
      tell()
    }
    show()
    const stop = store.subscribe(({ document }, before) => {
      if (document === before.document) return
      const isFirst = timer === undefined
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        show()
      }, ms)
      if (document.typed === undefined && (isFirst || atOnce === "each")) show()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }
  return { subscribe, get: () => shown }
}
