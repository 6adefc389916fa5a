"use client"

import { createContext, useContext } from "react"
import { useStore } from "zustand"
import type { FlowsState, FlowsStore } from "./flows-store.ts"

/** The flows of the bot that is open. */
export const FlowsContext = createContext<FlowsStore | null>(null)

export function useFlowsStore(): FlowsStore {
  const store = useContext(FlowsContext)
  if (store === null) throw new Error("This part of the builder stands outside of a bot.")
  return store
}

/** Saves every flow, for whoever may publish them; null for others. */
export const SaveAllContext = createContext<(() => Promise<number | null>) | null>(null)
export const useSaveAll = () => useContext(SaveAllContext)

/** A slice of the flows. */
export function useFlows<T>(select: (state: FlowsState) => T): T {
  return useStore(useFlowsStore(), select)
}
