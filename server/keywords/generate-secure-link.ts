import { nameOf } from "#basic"
import { generateSecureLink } from "#basic/keywords/generate-secure-link.ts"
import { loadHeld } from "./files/content.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

const minute = 60_000
const units: Readonly<Record<string, number>> = {
  MINUTE: minute,
  HOUR: 60 * minute,
  DAY: 24 * 60 * minute,
  WEEK: 7 * 24 * 60 * minute,
}

export const generateSecureLinkHandler = handlerFor(
  generateSecureLink,
  async ({ path, count = 1, unit = "DAY" }, step) => {
    const {
      orgId,
      id: fileId,
      path: found,
    } = await loadHeld(step, readPath(path, "GENERATE SECURE LINK"))
    const expiresMs = Math.round(step.nowMs + count * (units[unit.replace(/S$/, "")] ?? 0))
    return step.parts.links.signWhole({ orgId, fileId, expiresMs }, nameOf(found))
  },
)
