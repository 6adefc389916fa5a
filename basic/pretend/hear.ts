import { startHear } from "../hear/wait.ts"
import { entityToJson } from "../understanding/entity.ts"
import { findAnswer } from "../understanding/find-entities.ts"
import { fromJson } from "../vm/json.ts"
import type { Effect } from "../vm/outcome.ts"
import { operandText } from "./operands.ts"
import type { Performed } from "./perform-effect.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { PretendWorld } from "./world.ts"

/** A question, unless what was said before answers it. */
export const pretendHear = (
  operands: Effect["operands"],
  world: PretendWorld,
  { understanding, zone }: PreviewOptions,
): Performed => {
  const name = operandText(operands, "entity").toLowerCase()
  const entity = understanding?.entities.find((each) => each.name.toLowerCase() === name)
  const known =
    entity === undefined ? operands : { ...operands, entity: fromJson(entityToJson(entity)) }
  const hear = startHear(known)
  const context = { nowMs: world.nowMs, ...(zone && { zone }) }
  const { type, options } = hear
  const said = operandText(operands, "from")
  const value = findAnswer({ type, options, entity: entity ?? null }, said, context)
  if (value === null) return { kind: "ask", hear }
  return { kind: "answer", answer: { kind: "value", value: fromJson(value) } }
}
