import { resolvePlatformCall } from "#basic"
import { wordsOf } from "#basic/diagnostics/report.ts"
import type { Answer, Effect } from "#basic/vm/outcome.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import { EffectFailed } from "#server/keywords/step.ts"
import { EngineFault } from "./engine-fault.ts"
import { isSuspension, type TurnStep } from "./turn-step.ts"
import { TurnStopped, WriteFailed } from "./turn-stopped.ts"
import type { TurnWriter } from "./turn-writer.ts"

export interface CallParts {
  readonly handlers: Handlers
  readonly writer: TurnWriter
  /** Hears of a mistake on our side that ended a run. */
  readonly onBug: (error: unknown, where: string) => void
}

/**
 * Does what the program asked for, by the handler of its keyword.
 *
 * Shape: what the program goes on with, or "suspended" where it waits for something. What the outside refused is an
 * answer that a program may catch. Throws: EngineFault for a mistake of ours that nothing outside has seen yet; any
 * other mistake as it is, for the turn to be tried again.
 */
export async function callHandler(
  effect: Effect,
  step: TurnStep,
  parts: CallParts,
): Promise<Answer | "suspended"> {
  const resolved = resolvePlatformCall(effect)
  if (resolved.kind === "failed") return resolved
  const { keyword, operands } = resolved.effect
  const handler = parts.handlers.get(keyword)
  try {
    if (!handler) {
      const code = "basic.unavailable_keyword"
      throw new EffectFailed(code, wordsOf(code, { keyword }).message)
    }
    const result = await handler(operands, step)
    return isSuspension(result) ? "suspended" : { kind: "value", value: result ?? null }
  } catch (error) {
    if (error instanceof EffectFailed)
      return { kind: "failed", code: error.code, message: error.message }
    if (!isBug(error, parts.writer)) throw error
    parts.onBug(error, keyword)
    throw new EngineFault("engine.handler_failed", `${keyword} broke off on this server.`)
  }
}

/** A mistake in a handler that has acted on nothing ends the run; one that has acted is tried again first. */
function isBug(error: unknown, writer: TurnWriter): boolean {
  const isKnown =
    error instanceof EngineFault || error instanceof TurnStopped || error instanceof WriteFailed
  return !isKnown && !writer.isClaimed
}
