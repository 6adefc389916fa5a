/** Positions that were worked out become the person's own once they begin to arrange a flow. */
import type { FlowDocument, GroupLayout } from "../model.ts"
import type { Draft } from "./draft.ts"

/** Stores where the groups of a flow stand now, so that placing one does not move the others. */
export function freezePlaces(draft: Draft, document: FlowDocument, flowId: string): Draft {
  const flow = document.flows.find(({ id }) => id === flowId)
  const shown: Record<string, GroupLayout> = {}
  for (const { id, x, y } of flow?.groups ?? []) shown[id] = { x, y }
  return { ...draft, layout: { ...draft.layout, groups: { ...shown, ...draft.layout.groups } } }
}
