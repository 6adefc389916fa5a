/**
 * A script that runs as a tool of another step, inside the turn of that step: a machine of its own, the same
 * journal. What it says is no message but its result; what waits for something cannot be a tool.
 */
import { beginTurn, createState, findEntry, fromJson, resume, run, type VmState } from "#basic"
import type { Answer, Effect } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import { EffectFailed, type ScriptCall, type Suspension } from "#server/keywords/step.ts"
import { jsonOrNull, turnContext } from "./begin-run.ts"
import type { Program } from "./programs.ts"
import { TurnStep, type TurnStepParts } from "./turn-step.ts"

/** A longer result is cut. Units: characters of what the tool says. */
const maxSaidChars = 50_000

export interface ToolRunParts {
  readonly program: Program
  readonly stepParts: TurnStepParts
  readonly sliceMs: number
  /** Performs one command for the machine of the tool. */
  readonly perform: (effect: Effect, step: TurnStep) => Promise<Answer | "suspended">
}

/**
 * Runs a script, or one of several tools of a script, to its end.
 *
 * Gives what it returns, else what it says. Throws: `EffectFailed` "tool.not_found", "tool.cannot_wait", and the
 * code of the error that ended it.
 */
export async function runTool(parts: ToolRunParts, call: ScriptCall, chance: () => number) {
  const { program, stepParts } = parts
  const at = findEntry(program.loaded.bundle, {
    script: call.script,
    ...(call.entry !== null && { procedure: call.entry }),
  })
  if (at === null)
    throw new EffectFailed("tool.not_found", `This version has no tool ${call.script}.`)
  const { recorded } = stepParts.writer
  const vm = createState(program.loaded, valuesOf(call.inputs), at, valuesOf(recorded.params ?? {}))
  beginTurn(
    vm,
    turnContext(stepParts.writer, () => stepParts.state.language),
  )
  const step = new ToolStep({ ...stepParts, readScript: () => call.script }, chance)
  const returned = jsonOrNull(await drive(parts, vm, step))
  return returned ?? (step.spoken.length === 0 ? null : step.spoken.join("\n"))
}

async function drive({ program, sliceMs, perform }: ToolRunParts, vm: VmState, step: ToolStep) {
  let sliceEnd = performance.now() + sliceMs
  while (true) {
    const outcome = run(program.loaded, vm, () => performance.now() >= sliceEnd)
    if (outcome.kind === "done") return outcome.value
    if (outcome.kind === "fault") throw new EffectFailed(outcome.fault.code, outcome.fault.message)
    if (outcome.kind === "pause") {
      await new Promise(setImmediate)
      sliceEnd = performance.now() + sliceMs
      continue
    }
    const answer = await perform(outcome.effect, step)
    if (answer === "suspended") throw cannotWait()
    resume(program.loaded, vm, answer)
  }
}

/** The world of a tool: that of its turn, but what it says is its result. */
class ToolStep extends TurnStep {
  readonly spoken: string[] = []
  readonly #chance: () => number
  #saidChars = 0

  constructor(parts: TurnStepParts, chance: () => number) {
    super(parts)
    this.#chance = chance
  }

  override random(): number {
    return this.#chance()
  }
  override say(text: string) {
    this.#saidChars += text.length
    if (this.#saidChars <= maxSaidChars) this.spoken.push(text)
  }
  override hear(): Suspension {
    throw cannotWait()
  }
  override wait(): Suspension | null {
    throw cannotWait()
  }
  override waitForEvent(): Suspension {
    throw cannotWait()
  }
  override waitForReply(): Suspension {
    throw cannotWait()
  }
  override runScript(): Promise<Json> {
    throw new EffectFailed("tool.too_deep", "A tool cannot use other tools.")
  }
}

const valuesOf = (given: Readonly<Record<string, Json>>) =>
  Object.fromEntries(Object.entries(given).map(([name, json]) => [name, fromJson(json)]))

const cannotWait = () =>
  new EffectFailed(
    "tool.cannot_wait",
    "A tool gives its result at once: it can neither ask the person nor wait.",
  )
