import type { Statement } from "../ast/nodes.ts"

/** Ids of marks begin like this; no step has such an id. */
const markSign = "!"

/** The id of the mark on a way out of a step. */
export const markOf = (stepId: string, outlet: string): string => `${markSign}${stepId}!${outlet}`
export const isMark = (id: string): boolean => id === "" || id.startsWith(markSign)

const loops: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "ForEachStatement",
  "ForStatement",
  "WhileStatement",
  "DoStatement",
])
export const isLoop = (statement: Statement): boolean => loops.has(statement.kind)
