import { EffectFailed, type Step } from "../step.ts"
import { type AskedAnswer, askChoices, type ModelWish } from "./ask-choices.ts"
import type { ModelChoices } from "./read-choices.ts"

/** When models are asked again that could not be reached. Units: ms after the time before. */
const pauses = [5_000, 10_000, 15_000]
const outages: ReadonlySet<string> = new Set([
  ...["model.unreachable", "model.busy", "model.timed_out", "model.broke_off"],
])

/** Says whether nobody could be asked at the moment, for a reason that may pass. */
export const isOutage = (error: unknown): error is EffectFailed =>
  error instanceof EffectFailed && outages.has(error.code)

/**
 * Asks, and while no model can be reached asks again, up to half a minute: the turn stays where it is, and the person is
 * told once. Each pause is an effect, so that a rerun does not wait a second time.
 *
 * Throws: what `askChoices` does, at the end.
 */
export async function askPatiently(
  choices: ModelChoices,
  wish: ModelWish,
  tell: () => void,
  step: Step,
): Promise<AskedAnswer> {
  for (let count = 0; ; count++) {
    try {
      return await askChoices(choices, wish, step)
    } catch (error) {
      const pauseMs = pauses[count]
      if (!isOutage(error) || pauseMs === undefined) throw error
      step.log(`models: asked again in ${pauseMs / 1000} seconds: ${error.message}`)
      if (count === 0) tell()
      wish.onRestart?.()
      await step.outside(
        "same key",
        async () => {
          await step.parts.pause(pauseMs)
          return null
        },
        { name: `${wish.keyword} PAUSE`, arguments: [count] },
      )
    }
  }
}
