import { fromJson, startHear, toText } from "#basic"
import { entityToJson } from "#basic/understanding/entity.ts"
import { findAnswer } from "#basic/understanding/find-entities.ts"
import type { OperandValue } from "#basic/vm/outcome.ts"
import { findPinnedEntity } from "#server/records/understanding/find-pinned-entity.ts"
import type { Handler } from "./handler.ts"
import type { Step } from "./step.ts"

type Operands = Readonly<Record<string, OperandValue>>

/**
 * `basic/hear` reads the operands: what may be answered, the question, the time. An entity is that of the version
 * that runs; what an earlier message says already is not asked for.
 */
export const hearHandler: Handler = (given, step) =>
  given.entity === undefined && given.from === undefined ? step.hear(given) : hear(given, step)

async function hear(given: Operands, step: Step) {
  const operands = await withEntity(given, step)
  const { type, options, entity = null } = startHear(operands)
  const { nowMs, zone } = step
  const value = findAnswer({ type, options, entity }, textOf(given.from), { nowMs, zone })
  return value === null ? step.hear(operands) : fromJson(value)
}

async function withEntity(operands: Operands, step: Step): Promise<Operands> {
  const name = textOf(operands.entity)
  if (name === "") return operands
  const found = await step.record(findPinnedEntity(step.versionId, name))
  if (found === null) step.log(`HEAR: this version has no entity ${JSON.stringify(name)}`)
  return found === null ? operands : { ...operands, entity: fromJson(entityToJson(found)) }
}

const textOf = (operand: OperandValue | undefined): string =>
  operand === undefined || operand === null || Array.isArray(operand)
    ? ""
    : toText(operand as Exclude<typeof operand, readonly unknown[]>)
