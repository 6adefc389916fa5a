import type { Bundle, FunctionInfo, ScriptInfo } from "./bundle.ts"
import { findOpcode, type Opcode, sizeOf } from "./opcodes.ts"

/** What is known of the code once it has been walked: enough to trust it, and states that stand in it. */
export interface CodeFacts {
  /** Operand stack depth before each instruction, by its index; -1 inside instructions and where nothing leads. */
  readonly depths: Int32Array
  /** Index of the function that each instruction belongs to. */
  readonly owners: Int32Array
  /** Slots plus the deepest operand stack, by function. */
  readonly frameSizes: readonly number[]
}

/** A bundle that no compiler of ours wrote, or that was damaged. */
export class BundleError extends Error {
  override readonly name = "BundleError"
  readonly at: number
  constructor(message: string, at: number) {
    super(`${message} (code index ${at}).`)
    this.at = at
  }
}

/** Values one expression may hold at a time: a list written out with a million elements. */
const maxDepth = 1_000_000

/**
 * Walks every path of every function and computes the depth of the operand stack.
 *
 * Throws: BundleError when an operand is out of its range, paths meet with different depths, code runs
 *         out of its function, or a label is reached with values on the stack.
 */
export function verify(bundle: Bundle): CodeFacts {
  const depths = new Int32Array(bundle.code.length).fill(-1)
  const owners = new Int32Array(bundle.code.length).fill(-1)
  const walk = { bundle, depths, owners }
  const frameSizes = bundle.functions.map((info, index) => {
    const end = bundle.functions[index + 1]?.entry ?? bundle.code.length
    return info.localCount + walkFunction(walk, info, index, end)
  })
  for (const target of listHandlers(bundle)) {
    const owner = owners[target] ?? -1
    const isMain = owner === 0 || bundle.functions[owner]?.script !== undefined
    if (!isMain || depths[target] !== 0)
      throw new BundleError("A handler leads to no label of the main flow", target)
  }
  for (const info of bundle.functions) if (info.script) checkScript(bundle, info, info.script)
  return { depths, owners, frameSizes }
}

/** Where ON MESSAGE and ON SILENCE lead. */
function listHandlers({ handlers }: Bundle): number[] {
  const { messages, silence, silences = [] } = handlers
  return [...messages, ...(silence ? [silence] : []), ...silences].map(({ target }) => target)
}

const listFailures = ({ handlers }: Bundle): number[] =>
  handlers.failures.map(({ target }) => target)

function checkScript({ variables }: Bundle, info: FunctionInfo, script: ScriptInfo) {
  const { first, count, params } = script
  const isWhole = [first, count, ...params].every((value) => Number.isInteger(value) && value >= 0)
  const hasParams = params.every((slot) => slot >= first && slot < first + count)
  if (!isWhole || !hasParams || first + count > variables.length)
    throw new BundleError("The variables of a script are not there", info.entry)
  if (params.length !== info.paramCount)
    throw new BundleError("The arguments of a script do not fit", info.entry)
}

interface Walk {
  readonly bundle: Bundle
  readonly depths: Int32Array
  readonly owners: Int32Array
}

function walkFunction(walk: Walk, info: FunctionInfo, index: number, end: number): number {
  const { bundle, depths, owners } = walk
  if (info.paramCount > info.localCount) throw new BundleError("Slots are missing", info.entry)
  let deepest = 0
  const pending: [at: number, depth: number][] = [[info.entry, 0]]
  for (const target of [...listHandlers(bundle), ...listFailures(bundle)])
    if (target >= info.entry && target < end) pending.push([target, 0])
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [at, depth] = next
    if (!(at >= info.entry && at < end)) throw new BundleError("Code leaves its function", at)
    if (depths[at] === depth) continue
    if (depths[at] !== -1) throw new BundleError("Paths meet with different stacks", at)
    depths[at] = depth
    owners[at] = index
    const step = readInstruction(walk.bundle, info, at)
    const after = depth - step.pops + step.pushes
    if (depth < step.pops || after > maxDepth) throw new BundleError("The stack does not fit", at)
    deepest = Math.max(deepest, depth, after)
    for (const [target, left] of successors(step, at, after)) pending.push([target, left])
  }
  return deepest
}

interface Step {
  readonly opcode: Opcode
  readonly pops: number
  readonly pushes: number
  readonly target: number
}

function readInstruction(bundle: Bundle, info: FunctionInfo, at: number): Step {
  const opcode = findOpcode(bundle.code[at] ?? -1)
  if (!opcode || at + sizeOf(opcode) > bundle.code.length)
    throw new BundleError("There is no such instruction", at)
  let pops = opcode.pops
  let target = -1
  opcode.operands.forEach((kind, index) => {
    const value = bundle.code[at + 1 + index] ?? Number.NaN
    if (!isInRange(bundle, info, kind, value)) throw new BundleError(`A ${kind} is not there`, at)
    if (kind === "count") pops += value * (opcode.popsPer ?? 0)
    if (kind === "effect") pops += bundle.effects[value]?.operands.length ?? 0
    if (kind === "target") target = value
    if (kind === "function" && bundle.functions[value]?.paramCount !== bundle.code[at + 2])
      throw new BundleError("A call does not fit its procedure", at)
  })
  return { opcode, pops, pushes: opcode.pushes, target }
}

function isInRange(
  bundle: Bundle,
  info: FunctionInfo,
  kind: Opcode["operands"][number],
  value: number,
): boolean {
  if (!Number.isInteger(value)) return false
  const limits = {
    constant: bundle.constants.length,
    global: bundle.variables.length,
    local: info.localCount,
    target: bundle.code.length,
    function: bundle.functions.length,
    builtin: bundle.builtins.length,
    effect: bundle.effects.length,
    count: maxDepth,
    int: 0,
  }
  if (kind === "int") return Math.abs(value) <= 0x3fffffff
  if (kind === "target" && value === -1) return true
  return value >= 0 && value < limits[kind]
}

/** Where the flow goes from an instruction, and how deep the stack is there. */
function successors({ opcode, target }: Step, at: number, after: number): [number, number][] {
  const next = at + sizeOf(opcode)
  switch (opcode.name) {
    // With the value they keep, these jump one deeper than they go on.
    case "OR_JUMP":
    case "AND_JUMP":
    case "ELSE_JUMP":
      return [
        [next, after],
        [target, after + 1],
      ]
    // It puts an element only when it goes on.
    case "EACH_NEXT":
      return [
        [next, after],
        [target, after - 1],
      ]
    // Labels are reached with nothing on the stack, wherever the jump was made.
    case "HEAR":
      return target < 0
        ? [[next, after]]
        : [
            [next, after],
            [target, 0],
          ]
    default:
  }
  if (opcode.flow === "end") return []
  if (opcode.flow === "jump") return [[target, after]]
  if (opcode.flow === "branch")
    return [
      [next, after],
      [target, after],
    ]
  return [[next, after]]
}
