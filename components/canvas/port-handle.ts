import type { Port } from "#basic"

/** The end of a group as a handle's name. */
export const endHandle = "end"
/** Where every edge arrives. */
export const inHandle = "in"

/** Names the handle an edge leaves from; step ids hold no blanks. */
export function handleOf(port: Pick<Port, "stepId" | "outlet">): string {
  return port.stepId === null ? endHandle : `${port.stepId} ${port.outlet ?? ""}`
}

/** Reads a handle's name back. */
export function portOf(groupId: string, handle: string | null | undefined): Port {
  if (!handle || handle === endHandle) return { groupId, stepId: null, outlet: null }
  const blank = handle.indexOf(" ")
  return { groupId, stepId: handle.slice(0, blank), outlet: handle.slice(blank + 1) || null }
}
