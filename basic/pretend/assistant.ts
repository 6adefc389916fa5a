import { type Assistant, AssistantProblem } from "../assistant/assistant.ts"
import type { Effect } from "../vm/outcome.ts"
import type { Value } from "../vm/value.ts"
import { operandText, operandValue } from "./operands.ts"
import { done, failed, type PretendHandler } from "./pretended.ts"

/** The operands of a command as texts; undefined for one that was not written. */
export class PretendOperands {
  readonly #operands: Effect["operands"]

  constructor(operands: Effect["operands"]) {
    this.#operands = operands
  }

  text(name: string): string {
    return operandText(this.#operands, name)
  }
  find(name: string): string | undefined {
    return operandValue(this.#operands, name) === null ? undefined : this.text(name)
  }
  number(name: string): number {
    return Number(this.text(name)) || 0
  }
}

type Change<Result> = (assistant: Assistant, operands: PretendOperands) => Result

/** Changes or reads the assistant of the previewed conversation; `note` is the line of the transcript. */
export const changeAssistant =
  (
    change: Change<Value> | Change<void>,
    note: (operands: PretendOperands) => string,
  ): PretendHandler =>
  (operands, world) => {
    const given = new PretendOperands(operands)
    try {
      const value = change(world.assistant, given) ?? null
      return done(note(given), value)
    } catch (error) {
      if (!(error instanceof AssistantProblem)) throw error
      return failed(error.code, error.message)
    }
  }
