import { wordsOf } from "../diagnostics/report.ts"
import { readRoles } from "../rows/roles.ts"

/**
 * What ALLOW ROLE says to somebody with these roles; null lets them in. `held` is what the session holds
 * under "role" and "roles". No role at all is nobody's.
 */
export function refuseRole(
  allowed: readonly string[],
  held: readonly unknown[],
): { readonly code: "basic.role_missing"; readonly message: string } | null {
  const roles = readRoles(held)
  if (allowed.some((role) => roles.includes(role.toLowerCase()))) return null
  const code = "basic.role_missing"
  const named = allowed.length === 0 ? "that ALLOW ROLE computes" : allowed.join(" or ")
  return { code, message: wordsOf(code, { roles: named }).message }
}
