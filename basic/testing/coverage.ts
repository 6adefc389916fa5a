import type { PreviewWatch } from "../pretend/preview-options.ts"
import type { OutletSign } from "./outlets.ts"
import type { PreparedScript, ScriptPart } from "./prepare-script.ts"
import type { TestRun } from "./run-tests.ts"

export interface StepCoverage {
  readonly id: string
  readonly line: number
  /** How often it began. */
  readonly count: number
}

export interface OutletCoverage {
  readonly stepId: string
  /** As on the canvas: "yes", "choice:0", "failed". */
  readonly key: string
  /** What the author wrote for it; "" where the key says it all. */
  readonly text: string
  readonly line: number
  readonly count: number
}

/** Which steps and ways of one script were taken. */
export interface ScriptCoverage {
  readonly script: string
  readonly steps: readonly StepCoverage[]
  readonly outlets: readonly OutletCoverage[]
}

/** What the runs of one script's tests took. */
export class CoverageTally implements PreviewWatch {
  readonly script: PreparedScript
  /** By id of a step or mark, and `id choice` of menus and `id timeout` of questions. */
  readonly counts = new Map<string, number>()
  /** Choices of each menu as the script lists them; a computed list counts as one. */
  private readonly choices = new Map<string, number>()

  constructor(script: PreparedScript) {
    this.script = script
    for (const { prefix, outlets } of script.parts)
      for (const { stepId, sign } of outlets) {
        const isChoice = sign.kind === "choice" && sign.choice !== null
        const id = prefix + stepId
        if (isChoice) this.choices.set(id, (this.choices.get(id) ?? 0) + 1)
      }
  }

  readonly enter = (step: number) => {
    const id = this.script.beginnings[step]
    if (typeof id === "string") this.add(id)
  }
  readonly choose = (stepId: string, choice: number | null) => {
    const last = (this.choices.get(stepId) ?? 1) - 1
    const place = choice === null ? null : Math.min(choice, last)
    this.add(keyOf({ kind: "choice", stepId, choice: place }))
  }
  readonly timeOut = (stepId: string) => this.add(keyOf({ kind: "timeout", stepId }))

  private add(key: string) {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }
}

function keyOf(sign: OutletSign): string {
  if (sign.kind === "mark") return sign.id
  if (sign.kind === "step") return sign.stepId
  return sign.kind === "choice" ? `${sign.stepId} ${sign.choice}` : `${sign.stepId} timeout`
}

/** Adds up what runs took, a script at a time, in the order in which the scripts were first used. */
export function coverageOf(runs: readonly TestRun[]): ScriptCoverage[] {
  const byScript = new Map<string, Taken[]>()
  for (const tally of runs.flatMap(({ tallies }) => tallies))
    for (const script of tally.script.parts)
      byScript.set(script.name, [...(byScript.get(script.name) ?? []), { script, tally }])
  return [...byScript.values()].map(addUp)
}

/** A script in one of the programs it was part of. */
interface Taken {
  readonly script: ScriptPart
  readonly tally: CoverageTally
}

function addUp(taken: readonly Taken[]): ScriptCoverage {
  const { script } = taken[0] as Taken
  const count = (key: string) =>
    taken.reduce(
      (sum, { script: { prefix }, tally }) => sum + (tally.counts.get(prefix + key) ?? 0),
      0,
    )
  const outlets = script.outlets.map(({ stepId, key, text, line, sign }) => {
    return { stepId, key, text, line, count: count(keyOf(sign)) }
  })
  const steps = script.steps.map(({ id, line }) => {
    // DO has no code before its body, so its body tells whether it began.
    const body = outlets.find(({ stepId, key }) => stepId === id && key === "body")
    return { id, line, count: count(id) || (body?.count ?? 0) }
  })
  return { script: script.name, steps, outlets }
}
