import { type Assistant, AssistantProblem } from "#basic/assistant/assistant.ts"
import type { ServerCommand } from "#basic/keywords/index.ts"
import type { Value } from "#basic/vm/value.ts"
import { type ArgsOf, type Handler, handlerFor } from "../handler.ts"
import { EffectFailed } from "../step.ts"

type Change<K extends ServerCommand, Result> = (assistant: Assistant, args: ArgsOf<K>) => Result

/** Makes the handler of a command that changes or reads what the conversation's assistant works with. */
export const assistantHandler = <K extends ServerCommand>(
  definition: K,
  change: Change<K, Value> | Change<K, void>,
): Handler =>
  handlerFor(
    definition,
    (args, step) =>
      changeAssistant(step.assistant, (assistant) => change(assistant, args)) ?? undefined,
  )

/** Changes what a conversation works with; a change it refuses is an error the script may catch. */
export function changeAssistant<Result>(
  assistant: Assistant,
  change: (assistant: Assistant) => Result,
): Result {
  try {
    return change(assistant)
  } catch (error) {
    if (!(error instanceof AssistantProblem)) throw error
    throw new EffectFailed(error.code, error.message)
  }
}
