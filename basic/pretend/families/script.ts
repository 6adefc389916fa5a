import { wordsOf } from "../../diagnostics/report.ts"
import { refuseRole } from "../../vm/allowed-roles.ts"
import { ListValue } from "../../vm/value.ts"
import { operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandlers } from "../pretended.ts"

/** How this family of commands behaves in a preview. */
export const scriptPretend: PretendHandlers = {
  "ALLOW ROLE": (operands, world) => {
    const roles = operandValue(operands, "roles")
    const allowed = roles instanceof ListValue ? roles.items.map(String) : []
    const held = [world.read("session", "role"), world.read("session", "roles")]
    // Whoever tries a script out has no role: it is shown as to those who have.
    if (held.every((role) => role === null) && allowed.length > 0)
      return done(`Only people with the role ${allowed.join(" or ")} may run this.`)
    const refusal = refuseRole(allowed, held)
    return refusal === null ? done("The role may run this.") : failed(refusal.code, refusal.message)
  },
  CALL: (operands) => {
    const found = operandText(operands, "path").slice(0, 200)
    const code = "basic.missing_script"
    return failed(code, wordsOf(code, { found, nearest: null }).message)
  },
}
