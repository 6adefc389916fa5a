import type { Json } from "#basic/vm/value.ts"
import type { StageFacts } from "#server/keywords/step.ts"
import { engineLimits } from "./engine-fault.ts"

/**
 * What a turn did, for the question "why did it say that?". Stored with the event; the journal and the
 * recorded inputs give the rest when the turn is run again.
 *
 * Shape: `steps` in order, each `[stepId, keyword, ms since the turn began]`; `stepCount` counts on
 * where the list was cut off. `stages` are the parts of a step that says how it came to its answer, each
 * `[stepId, name, ms since the turn began, ms it took, facts]`.
 */
export class TurnTrace {
  readonly #startedMs = performance.now()
  readonly #steps: [string, string, number][] = []
  readonly #log: string[] = []
  readonly #stages: [string, string, number, number, Json][] = []
  #stepCount = 0
  #slices = 1
  #decision = ""
  #fault: Json = null

  decided(kind: string) {
    this.#decision = kind
  }

  step(stepId: string | null, keyword: string) {
    this.#stepCount++
    if (this.#steps.length < engineLimits.tracedSteps)
      this.#steps.push([stepId ?? "", keyword, this.#elapsedMs()])
  }

  /** Measures a part of a step; what it notes stands beside its time. */
  async stage<T>(
    stepId: string | null,
    name: string,
    work: (note: (facts: StageFacts) => void) => Promise<T> | T,
  ): Promise<T> {
    const begunMs = this.#elapsedMs()
    const facts: Record<string, Json> = {}
    try {
      return await work((noted) => Object.assign(facts, noted))
    } finally {
      if (this.#stages.length < engineLimits.tracedSteps) {
        const tookMs = Math.round((this.#elapsedMs() - begunMs) * 10) / 10
        this.#stages.push([stepId ?? "", name, begunMs, tookMs, facts])
      }
    }
  }

  line(text: string) {
    if (this.#log.length < engineLimits.logLines)
      this.#log.push(text.slice(0, engineLimits.logLineChars))
  }

  slice() {
    this.#slices++
  }

  fault(fault: Json) {
    this.#fault = fault
  }

  toJson(runId: string | null, versionId: string): Json {
    return {
      runId,
      versionId,
      decision: this.#decision,
      steps: this.#steps,
      ...(this.#stepCount > this.#steps.length && { stepCount: this.#stepCount }),
      ...(this.#log.length > 0 && { log: this.#log }),
      ...(this.#stages.length > 0 && { stages: this.#stages }),
      ...(this.#slices > 1 && { slices: this.#slices }),
      ...(this.#fault !== null && { fault: this.#fault }),
      ms: this.#elapsedMs(),
    }
  }

  #elapsedMs(): number {
    return Math.round((performance.now() - this.#startedMs) * 10) / 10
  }
}
