"use client"

import { useDebouncedValue } from "@mantine/hooks"
import type { FlowDocument } from "#basic"

const quietMs = 150

/**
 * The document for what need not follow every key: as it is after any change that may make or lose steps, and while
 * somebody types inside one, as soon as they pause.
 */
export function useCalmDocument(document: FlowDocument): FlowDocument {
  const [later] = useDebouncedValue(document, quietMs)
  return later.layout === document.layout ? later : document
}

/** The same for what costs more than a frame: of other changes that come one upon the other, the first and the last. */
export function useSettledDocument(document: FlowDocument, ms: number): FlowDocument {
  const [atOnce] = useDebouncedValue(document, ms, { leading: true })
  const [later] = useDebouncedValue(document, ms)
  return later.layout === atOnce.layout ? later : atOnce
}
