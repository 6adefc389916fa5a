import { refuseRole } from "#basic/vm/allowed-roles.ts"
import type { Handler } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/** The check a script with ALLOW ROLE begins with. The session says who is there; nothing else gives a role. */
export const allowRoleHandler: Handler = ({ roles }, step) => {
  const allowed = Array.isArray(roles) ? roles.map(String) : []
  const refusal = refuseRole(allowed, [step.readSession("role"), step.readSession("roles")])
  if (refusal !== null) throw new EffectFailed(refusal.code, refusal.message)
  return null
}
