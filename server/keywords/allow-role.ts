import { refuseRole } from "#basic/vm/allowed-roles.ts"
import type { Handler } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/**
 * The check a script with ALLOW ROLE begins with. Where somebody talks, the session says who is there, and
 * nothing else gives a role. What the bot does by itself (a schedule, a webhook, an event) is done with the
 * rights of whoever published it, so it passes; what another bot asks for on a visitor's behalf does not.
 */
export const allowRoleHandler: Handler = ({ roles }, step) => {
  if (step.isAutomation && !step.isDelegated) return null
  const allowed = Array.isArray(roles) ? roles.map(String) : []
  const refusal = refuseRole(allowed, [step.readSession("role"), step.readSession("roles")])
  if (refusal !== null) throw new EffectFailed(refusal.code, refusal.message)
  return null
}
