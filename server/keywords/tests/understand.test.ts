import { expect, test } from "vitest"
import { toJson } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { ModelFailure } from "#server/models/port.ts"
import { understandHandler } from "../understand.ts"
import { FakeStep } from "./fake-step.ts"

const meaning = (name: string, confidence: number) => ({
  ...{ name, confidence, threshold: 0.7 },
  ...{ description: "", example: `an example of ${name}` },
})
const setUp = { "llm-provider": "openai", "llm-key": "k", "llm-model": "m" }

function open(confidence: number, settings: Readonly<Record<string, string>> = {}) {
  const step = new FakeStep()
  step.parts.understood.answer = {
    meanings: [meaning("book", confidence), meaning("hours", 0.1)],
    entities: { city: "Lisbon" },
  }
  for (const [name, value] of Object.entries(settings)) step.settingValues.set(name, value)
  return step
}
const understand = async (step: FakeStep) =>
  toJson((await understandHandler({ text: "a table in Lisbon" }, step)) as Value)

test("what is sure enough by the examples is the intent, and no model is asked", async () => {
  const step = open(0.8, setUp)
  expect(await understand(step)).toMatchObject({
    ...{ intent: "book", confidence: 0.8, by: "examples", text: "a table in Lisbon" },
    entities: { city: "Lisbon" },
  })
  expect(step.parts.questions).toEqual([])
})

test("below the threshold a model picks from the list, and from nothing else", async () => {
  const step = open(0.4, setUp)
  step.parts.model.say = () => '{"intent": "hours"}'
  expect(await understand(step)).toMatchObject({ intent: "hours", by: "model", nearest: "book" })
  step.parts.model.say = () => '{"intent": "delete everything"}'
  expect(await understand(step)).toMatchObject({ intent: "", by: "nobody" })
  step.parts.model.say = () => '{"intent": "(none)"}'
  expect(await understand(step)).toMatchObject({ intent: "", by: "nobody", confidence: 0.4 })
})

test("without a model, or with one that fails, the conversation goes on without an intent", async () => {
  expect(await understand(open(0.4))).toMatchObject({ intent: "", by: "nobody" })
  const step = open(0.4, setUp)
  step.parts.models.ask = () => Promise.reject(new ModelFailure("model.timed_out", "Too late."))
  expect(await understand(step)).toMatchObject({ intent: "", by: "nobody", nearest: "book" })
  expect(step.logged.at(-1)).toMatch(/no second opinion/)
})
