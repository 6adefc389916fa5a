import { fromJson } from "#basic"
import { understand } from "#basic/keywords/understand.ts"
import { tellMeaning } from "#catalog/understanding/tell-meaning.ts"
import { keepMisunderstood } from "#server/records/understanding/keep-misunderstood.ts"
import { handlerFor } from "./handler.ts"
import { askSecondOpinion } from "./understanding/second-opinion.ts"

/** Sure enough by the examples; else by a model, where one is set up; else nothing, and the message is kept for whoever teaches the bot. */
export const understandHandler = handlerFor(understand, async ({ text = "" }, step) => {
  const understood = await step.stage("understand", async (note) => {
    const found = await step.understand(text)
    const [best] = found.meanings
    note({ nearest: best?.name ?? null, confidence: best?.confidence ?? 0 })
    return found
  })
  const [nearest] = understood.meanings
  if (nearest === undefined || nearest.confidence >= nearest.threshold)
    return fromJson(tellMeaning(understood, text))
  const opinion = await step.stage("second opinion", async (note) => {
    const found = await askSecondOpinion(text, understood.meanings, step)
    note({ intent: found })
    return found
  })
  const { name: guess, confidence } = nearest
  if (opinion === null) await step.record(keepMisunderstood({ text, guess, confidence }))
  return fromJson(tellMeaning(understood, text, opinion))
})
