import type { LoadedProgram } from "../vm/load.ts"
import type { PreviewChoice, PreviewEvent } from "./preview-shapes.ts"

/** Where in the program something happens. */
export interface Place {
  readonly stepId: string
  readonly line: number
}

/** A longer path says no more; what comes after is left out. */
const maxPathSteps = 20_000
/** So many notes about effects a turn keeps. */
const maxEffectsNoted = 2000

/** What was said and done so far, and the steps that were taken. */
export class Transcript {
  readonly events: PreviewEvent[] = []
  readonly path: string[] = []
  private readonly steps: readonly string[]
  private turnStart = 0
  private effectsNoted = 0
  /** Messages of the bot in this turn. */
  saidCount = 0

  constructor(program: LoadedProgram) {
    this.steps = program.bundle.debug.steps
  }

  stepIdOf(step: number): string {
    return this.steps[step] ?? ""
  }

  beginTurn(): void {
    this.turnStart = this.events.length
    this.effectsNoted = 0
    this.saidCount = 0
  }

  enter(step: number): void {
    const id = this.stepIdOf(step)
    if (id !== "" && id !== this.path.at(-1) && this.path.length < maxPathSteps) this.path.push(id)
  }

  add(event: PreviewEvent): void {
    if (event.kind === "effect" && ++this.effectsNoted > maxEffectsNoted) return
    if (event.kind === "bot") this.saidCount++
    this.events.push(event)
  }

  /** What the bot said last in this turn. */
  get lastSaid(): string | null {
    const last = this.events.slice(this.turnStart).findLast((event) => event.kind === "bot")
    return last?.kind === "bot" && last.text !== "" ? last.text : null
  }

  /** Puts buttons under what was said last in this turn; false when nothing was. */
  attachChoices(choices: readonly PreviewChoice[]): boolean {
    for (let at = this.events.length - 1; at >= this.turnStart; at--) {
      const event = this.events[at] as PreviewEvent
      if (event.kind !== "bot") continue
      this.events[at] = { ...event, choices: [...choices] }
      return true
    }
    return false
  }
}
