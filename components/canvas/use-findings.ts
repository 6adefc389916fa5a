"use client"

import { useCallback, useMemo, useRef } from "react"
import type { CanvasStep, Diagnostic, FlowDocument } from "#basic"

const rank = { error: 0, warning: 1, hint: 2 } as const
type Found = ReadonlyMap<string, Diagnostic>

/**
 * Finds the worst finding of each step: the one whose place lies in the step's text and in no smaller step. The same
 * function for as long as it says the same.
 */
export function useFindings(document: FlowDocument): (stepId: string) => Diagnostic | null {
  const { diagnostics, flows } = document
  const latest = useMemo(() => collectFindings({ diagnostics, flows }), [diagnostics, flows])
  const kept = useRef(latest)
  if (!saysTheSame(kept.current, latest)) kept.current = latest
  const found = kept.current
  return useCallback((stepId: string) => found.get(stepId) ?? null, [found])
}

function saysTheSame(a: Found, b: Found): boolean {
  return (
    a.size === b.size &&
    [...a].every(([id, { severity, message, hint }]) => {
      const other = b.get(id)
      return other?.severity === severity && other.message === message && other.hint === hint
    })
  )
}

export function collectFindings({
  flows,
  diagnostics,
}: Pick<FlowDocument, "flows" | "diagnostics">): Map<string, Diagnostic> {
  const found = new Map<string, Diagnostic>()
  if (diagnostics.length === 0) return found
  const steps = flows
    .flatMap((flow) => flow.groups.flatMap((group) => group.steps))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const diagnostic of diagnostics) {
    const step = smallestAround(steps, diagnostic.span.start)
    if (!step) continue
    const known = found.get(step.id)
    if (!known || rank[diagnostic.severity] < rank[known.severity]) found.set(step.id, diagnostic)
  }
  return found
}

/** Steps lie inside one another or apart, and are in the order of the text: the last one around is the smallest. */
function smallestAround(steps: readonly CanvasStep[], offset: number): CanvasStep | null {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.span.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0; at -= 1) {
    const step = steps[at]
    if (step && offset <= step.span.end) return step
  }
  return null
}
