import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { openBench, texts } from "#server/engine/tests/harness.ts"
import { makeFakeParts } from "./fake-parts.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** Runs a script after a short talk; the model answers what it is given. */
async function run(script: string, answer: string, isSetUp = true) {
  const parts = makeFakeParts()
  parts.model.say = () => answer
  const bench = await openBench(
    db,
    `HEAR q WITH "Hello?"\nON ERROR GOTO no\n${script}\nEXIT\nno:\nTALK "no: " + ERROR MESSAGE`,
    { parts },
  )
  if (isSetUp)
    await bench.rows(
      `insert into bot_settings (org_id, bot_id, name, value)
       select $1, $2, name, value from (values ('llm-url', 'https://m.example/v1'), ('llm-model', 'm')) as s(name, value)`,
      [bench.orgId, bench.botId],
    )
  const { conversationId } = await bench.start()
  const { messages } = await bench.say(conversationId, "Where is my parcel?")
  const asked = parts.questions.map(({ question }) => JSON.stringify(question.messages))
  return { said: texts(messages), asked: asked.join() }
}

it("asks the model with what was said, and gives what it answers in the shape that is promised", async () => {
  const tips = await run(
    't = GET TIPS "", "Hurry!"\nTALK COUNT(t.items) + " " + t.items[0]',
    '{"items": ["Look it up", {"text": "Say sorry"}, 7]}',
  )
  expect(tips.said).toEqual(["2 Look it up"])
  expect(tips.asked).toContain("Bot: Hello?\\nCustomer: Where is my parcel?\\nCustomer: Hurry!")
  const replies = await run('r = GET SMART REPLIES ""\nTALK r.items[1]', '{"items":["A","B"]}')
  expect(replies.said).toEqual(["B"])
  const summary = await run('s = GET SUMMARY ""\nTALK s.summary', "Waits for a parcel.")
  expect(summary.said).toEqual(["Waits for a parcel."])
  const mood = await run(
    's = ANALYZE SENTIMENT "", ""\nTALK s.overall + s.score + s.escalation_risk + s.emoji',
    '{"overall": "NEGATIVE", "score": -7, "escalation_risk": "sky-high"}',
  )
  expect(mood.said).toEqual(["negative-1low🙁"])
  const polished = await run('TALK POLISH MESSAGE "parcel late", "warm"', "It is on its way!")
  expect(polished.said).toEqual(["It is on its way!"])
  const score = await run(
    's = AI SCORE LEAD { name: "Ana" }\nTALK s.score + s.grade + " " + s.status + " " + s.ai_confidence',
    '{"demographic": 20, "firmographic": 99, "behavioral": 20, "confidence": 0.5}',
  )
  expect(score.said).toEqual(["65B warm 0.5"])
})

it("is an error that can be caught where no model is set up, where it answers nonsense, and for a conversation of nobody", async () => {
  expect((await run('s = GET SUMMARY ""', "x", false)).said.join()).toContain("llm-provider")
  expect((await run('t = GET TIPS "", ""', "I would rather not.")).said.join()).toContain(
    "no object",
  )
  const stranger = await run('s = GET SUMMARY "cnv_00000000000000000000000000"', "x")
  expect(stranger.said.join()).toMatch(/^no: /)
  expect(stranger.asked).toBe("")
})
