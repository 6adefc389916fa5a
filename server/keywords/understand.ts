import { fromJson } from "#basic"
import { understand } from "#basic/keywords/understand.ts"
import { keepMisunderstood } from "#server/records/understanding/keep-misunderstood.ts"
import { handlerFor } from "./handler.ts"
import { askSecondOpinion } from "./understanding/second-opinion.ts"

/** Sure enough by the examples; else by a model, where one is set up; else nothing, and the message is kept for whoever teaches the bot. */
export const understandHandler = handlerFor(understand, async ({ text = "" }, step) => {
  const { meanings, entities } = await step.stage("understand", async (note) => {
    const found = await step.understand(text)
    const [best] = found.meanings
    note({ nearest: best?.name ?? null, confidence: best?.confidence ?? 0 })
    return found
  })
  const [nearest] = meanings
  const confidence = nearest?.confidence ?? 0
  const base = { confidence, entities, nearest: nearest?.name ?? "", text }
  if (nearest !== undefined && confidence >= nearest.threshold)
    return fromJson({ intent: nearest.name, ...base, by: "examples" })
  const opinion = await step.stage("second opinion", async (note) => {
    const found = await askSecondOpinion(text, meanings, step)
    note({ intent: found })
    return found
  })
  if (opinion !== null) return fromJson({ intent: opinion, ...base, by: "model" })
  if (nearest !== undefined)
    await step.record(keepMisunderstood({ text, guess: nearest.name, confidence }))
  return fromJson({ intent: "", ...base, by: "nobody" })
})
