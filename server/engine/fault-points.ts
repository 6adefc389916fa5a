/**
 * Places where a kill test stops the process. Inert unless BOTWRIGHT_FAULT_POINT is set:
 * `name` kills at the first passage, `name:7` at the seventh.
 */
export const faultPoints = [
  "turn.begun",
  "claim.before",
  "claim.after",
  "effect.performed",
  "result.after",
  "data.inside",
  "data.after",
  "commit.before",
  "commit.after",
  "timer.due",
  "schedule.due",
  "schedule.inside",
  "schedule.fired",
  "takeover.after",
  "outbox.sent",
] as const
export type FaultPoint = (typeof faultPoints)[number]

interface Plan {
  readonly name: string
  left: number
}

let plan: Plan | null = readPlan(process.env.BOTWRIGHT_FAULT_POINT)

/** Sets or clears the plan of this process; the kill tests steer a child with it. */
export function planFault(text: string | undefined) {
  plan = readPlan(text)
}

/** Ends the process at once, without any clean-up, when the plan says so. */
export function passFaultPoint(name: FaultPoint) {
  if (plan === null || plan.name !== name) return
  plan.left--
  if (plan.left <= 0) process.kill(process.pid, "SIGKILL")
}

function readPlan(text: string | undefined): Plan | null {
  if (text === undefined || text === "") return null
  const [name = "", count = "1"] = text.split(":")
  return { name, left: Number(count) }
}
