"use client"

import { useMemo } from "react"
import type { CanvasStep, Diagnostic, FlowDocument } from "#basic"

const rank = { error: 0, warning: 1, hint: 2 } as const

/** Finds the worst finding of each step: the one whose place lies in the step's text and in no smaller step. */
export function useFindings(document: FlowDocument): (stepId: string) => Diagnostic | null {
  const found = useMemo(() => collectFindings(document), [document])
  return useMemo(() => (stepId: string) => found.get(stepId) ?? null, [found])
}

export function collectFindings(document: FlowDocument): Map<string, Diagnostic> {
  const steps = document.flows.flatMap((flow) => flow.groups.flatMap((group) => group.steps))
  const found = new Map<string, Diagnostic>()
  for (const diagnostic of document.diagnostics) {
    const step = smallestAround(steps, diagnostic.span.start)
    if (!step) continue
    const known = found.get(step.id)
    if (!known || rank[diagnostic.severity] < rank[known.severity]) found.set(step.id, diagnostic)
  }
  return found
}

function smallestAround(steps: readonly CanvasStep[], offset: number): CanvasStep | null {
  let best: CanvasStep | null = null
  for (const step of steps) {
    const { start, end } = step.span
    const isInside = offset >= start && offset <= end
    if (isInside && (!best || end - start < best.span.end - best.span.start)) best = step
  }
  return best
}
