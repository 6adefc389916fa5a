"use client"

import { createContext, type ReactNode, use } from "react"
import type { Diagnostic, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"

/** What cards, steps and edges may do; handed down so that they stay small and are not redrawn for it. */
export interface CanvasActions {
  readonly store: BuilderStore
  readonly isReadOnly: boolean
  /** Seen from so far away that steps are not drawn. */
  readonly isFar: boolean
  readonly disconnect: (port: Port) => void
  /** Opens the menu of cards a way may lead to. Units of the pointer: CSS pixels of the window. */
  readonly askWhereTo: (from: Port, pointer: { x: number; y: number }) => void
  /** Opens the list of steps, to add one where the person works. */
  readonly askForStep: () => void
  /** Opens the menu of a step. Units of the pointer: CSS pixels of the window. */
  readonly askAbout: (stepId: string, pointer: { x: number; y: number }) => void
  readonly dragStep: (event: React.PointerEvent, stepId: string, title: string) => void
  /** The worst finding of a step, or null. */
  readonly findingOf: (stepId: string) => Diagnostic | null
}

const Context = createContext<CanvasActions | null>(null)

export function CanvasActionsProvider({
  value,
  children,
}: {
  value: CanvasActions
  children: ReactNode
}) {
  return <Context value={value}>{children}</Context>
}

export function useCanvasActions(): CanvasActions {
  const actions = use(Context)
  if (!actions) throw new Error("Cards, steps and edges live inside CanvasView.")
  return actions
}
