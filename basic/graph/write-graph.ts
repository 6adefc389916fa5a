/** A graph as JSON text, and what of it is left out: spans, and the bodies that outlets hold. */
import type { Graph } from "./graph.ts"

/** Prints a graph as JSON with two blanks of indentation; `readGraph` reads it back. */
export const writeGraph = (graph: Graph): string => `${JSON.stringify(graph, leaveOut, 2)}\n`

/** `key` and `value` as JSON.stringify hands them over; `this` holds the value. */
function leaveOut(this: unknown, key: string, value: unknown): unknown {
  if (key === "span") return undefined
  if (key === "body" && isShellBody(this)) return undefined
  // JSON has no word for a number literal with too many digits.
  return value === Number.POSITIVE_INFINITY ? "Infinity" : value
}

/** The statement's own body is always empty in a graph; an outlet's and a flow's never looks like this. */
const isShellBody = (holder: unknown): boolean =>
  typeof holder === "object" &&
  holder !== null &&
  "body" in holder &&
  typeof holder.body === "object" &&
  holder.body !== null &&
  "statements" in holder.body
