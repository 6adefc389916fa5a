/** Where the text goes on after a step, and how the bodies of a step look on the canvas. */
import { isOff } from "../ast/is-off.ts"
import type { Body, StatementStep, Step } from "./graph.ts"
import { isFlowPlace } from "./graph.ts"

/** "goto": the body is one GOTO and is drawn as an edge; "empty": the text simply goes on; "cards": drawn. */
export type BodyLook =
  | { readonly kind: "goto"; readonly to: string | null; readonly label: string }
  | { readonly kind: "empty" }
  | { readonly kind: "cards" }

/** Says how a body is drawn: that of a step that is switched off is not. A loop, ON, SCHEDULE IN, TRY and PARALLEL always show their bodies, so that steps can be put into it. */
export function bodyLook(step: StatementStep, body: Body): BodyLook {
  if (isOff(step.statement)) return { kind: "empty" }
  const [group, ...more] = body.groups
  if (group === undefined) return showsBody(step) ? { kind: "cards" } : { kind: "empty" }
  const isAlone = more.length === 0 && group.label === null && group.steps.length === 0
  return isAlone && group.exit.kind === "goto" && !showsBody(step)
    ? { kind: "goto", to: group.exit.to, label: group.exit.label }
    : { kind: "cards" }
}

const loopKinds: ReadonlySet<string> = new Set([
  "ForEachStatement",
  "ForStatement",
  "WhileStatement",
  "DoStatement",
])
export const isLoop = (step: StatementStep): boolean => loopKinds.has(step.statement.kind)

const holderKinds: ReadonlySet<string> = new Set([
  "EventStatement",
  "DeferStatement",
  "TryStatement",
  "ParallelStatement",
])
/** Its bodies are drawn even when they are empty or only lead away. */
export const showsBody = (step: StatementStep): boolean =>
  isLoop(step) || holderKinds.has(step.statement.kind)

/** What stands in the body runs on its own; what follows the step does not wait for it. */
export const isApart = (kind: string): boolean =>
  kind === "EventStatement" || kind === "DeferStatement"

/** Says whether the text can go on behind a step. */
export function stepFalls(step: Step): boolean {
  if (isFlowPlace(step)) return true
  if (isOff(step.statement)) return true
  const { kind } = step.statement
  if (kind === "ReturnStatement" || kind === "ExitStatement" || kind === "ContinueStatement")
    return false
  if (isLoop(step) || isApart(kind)) return true
  const bodies = step.outlets.filter((outlet) => "body" in outlet)
  if (bodies.length === 0) return true
  const isComplete = bodies.some(({ key }) => key === "no" || key === "else" || key === "failed")
  return !isComplete || bodies.some(({ body }) => bodyFalls(body))
}

function bodyFalls(body: Body): boolean {
  const last = body.groups.at(-1)
  if (last === undefined) return true
  if (last.exit.kind !== "next") return false
  const step = last.steps.at(-1)
  return step === undefined || stepFalls(step)
}
