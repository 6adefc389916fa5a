import type { Json } from "#basic/vm/value.ts"
import { engineLimits } from "./engine-fault.ts"

/**
 * What a turn did, for the question "why did it say that?". Stored with the event; the journal and the
 * recorded inputs give the rest when the turn is run again.
 *
 * Shape: `steps` in order, each `[stepId, keyword, ms since the turn began]`; `stepCount` counts on
 * where the list was cut off.
 */
export class TurnTrace {
  readonly #startedMs = performance.now()
  readonly #steps: [string, string, number][] = []
  readonly #log: string[] = []
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
      ...(this.#slices > 1 && { slices: this.#slices }),
      ...(this.#fault !== null && { fault: this.#fault }),
      ms: this.#elapsedMs(),
    }
  }

  #elapsedMs(): number {
    return Math.round((performance.now() - this.#startedMs) * 10) / 10
  }
}
