import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeFileValue } from "#basic"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { type Bench, openBench, texts } from "#server/engine/tests/harness.ts"
import type { SendRequest } from "#server/engine/turn-step.ts"
import { makePdf } from "#server/infra/documents/make-pdf.ts"
import { ModelFailure } from "#server/models/port.ts"
import { conversationDrive } from "#server/records/files/drives.ts"
import { storeUpload } from "#server/services/files/store-upload.ts"
import { makeFakeParts } from "./fake-parts.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const openai = { "llm-provider": "openai", "llm-key": "sk-1", "llm-model": "gpt-4o-mini" }

async function open(source: string, settings: Record<string, string> = openai, send?: SendRequest) {
  const parts = makeFakeParts()
  const bench = await openBench(db, source, { parts, ...(send && { send }) })
  for (const [name, value] of Object.entries(settings))
    await bench.rows(
      "insert into bot_settings (org_id, bot_id, name, value) values ($1, $2, $3, $4)",
      [bench.orgId, bench.botId, name, value],
    )
  return { bench, parts }
}

/** What a person who sends a file in the chat brings about. */
async function sendFile(
  { bench, parts }: Awaited<ReturnType<typeof open>>,
  conversationId: string,
  name: string,
  bytes: Uint8Array,
  key = name,
) {
  const place = { orgId: bench.orgId as OrgId, botId: bench.botId, conversationId, nowMs: 1 }
  const drive = conversationDrive({ ...place, contactId: null })
  const path = `uploads/${key}/${name}`
  const stored = await storeUpload(
    { db, files: parts.files },
    { ...place, contactId: null },
    drive,
    path,
    bytes,
  )
  const value = makeFileValue({ ...stored, url: "https://bots.example/x" })
  const shown = { name, url: "/x", size: bytes.length, type: stored.mimeType }
  return await bench.send({
    ...{ conversationId, kind: "file", file: { value, kind: "file", shown }, key },
  })
}
const ogg = new TextEncoder().encode("OggS and so on")
const wordsOf = (bench: Bench, conversationId: string) => bench.readTranscript(conversationId)

describe("a voice message", () => {
  it("is what was said: for HEAR AS AUDIO, and for a question that is answered in words", async () => {
    const world = await open(
      'HEAR a AS AUDIO WITH "Tell me."\nTALK "1 " + a\nHEAR b AS INTEGER WITH "How many?"\nTALK b + 1\n',
    )
    const { conversationId } = await world.bench.start()
    world.parts.model.hear = () => "A table please"
    const first = await sendFile(world, conversationId, "a.ogg", ogg)
    expect(texts(first.messages)).toEqual(["1 A table please", "How many?"])
    world.parts.model.hear = () => "4"
    expect(texts((await sendFile(world, conversationId, "b.ogg", ogg)).messages)).toEqual(["5"])
    expect(world.parts.heard[0]).toMatchObject({
      account: { key: "sk-1" },
      recording: { model: "whisper-1", mimeType: "audio/ogg" },
    })
    const usage = await world.bench.rows<{ keyword: string; model: string; cost: number }>(
      `select keyword, model, cost_micros::int as cost from model_usage where bot_id = $1`,
      [world.bench.botId],
    )
    expect(usage).toEqual(
      Array.from({ length: 2 }, () => ({ keyword: "HEAR", model: "whisper-1", cost: 3_000 })),
    )
  })

  it("that nobody could listen to keeps the question open, and stays a file where a file was asked for", async () => {
    const world = await open('HEAR a WITH "Yes?"\nTALK a\nHEAR b AS AUDIO\nTALK b.name\n', {})
    const { conversationId } = await world.bench.start()
    const refused = await sendFile(world, conversationId, "a.ogg", ogg)
    expect(texts(refused.messages)).toEqual(["I could not listen to that. Please write it to me."])
    expect(refused.waiting?.kind).toBe("text")
    await world.bench.say(conversationId, "In words")
    const kept = await sendFile(world, conversationId, "b.ogg", ogg)
    expect(texts(kept.messages)).toEqual(["b.ogg"])
    expect(await wordsOf(world.bench, conversationId)).toContain("bot: In words")
  })

  it("LLM-06 is not listened to once a budget is used up", async () => {
    const world = await open("HEAR a AS AUDIO\nTALK a.name\n")
    await world.bench.rows(
      `insert into model_budgets (org_id, id, scope, amount_micros) values ($1, 'mbu_1', 'organization', 0)`,
      [world.bench.orgId],
    )
    const { conversationId } = await world.bench.start()
    expect(texts((await sendFile(world, conversationId, "a.ogg", ogg)).messages)).toEqual(["a.ogg"])
    expect(world.parts.heard).toEqual([])
  })

  it("is written down once when the process ends behind it and another goes on", async () => {
    let count = 0
    const send = async () => {
      count++
      if (count === 1) throw new Error("The process ended here.")
      return { status: 200, contentType: "application/json", body: '{"code":"T-7"}' }
    }
    const source =
      'HEAR a AS AUDIO\nr = POST "https://shop.example/", { said: a }\nTALK a + " " + r.code\n'
    const world = await open(source, openai, send)
    const { conversationId } = await world.bench.start()
    await expect(sendFile(world, conversationId, "a.ogg", ogg)).rejects.toThrow("ended here")
    const other = world.bench.addEngine()
    await expect
      .poll(
        async () => {
          world.bench.clock.advance(3_000)
          await other.sweep()
          return await wordsOf(world.bench, conversationId)
        },
        { timeout: 8_000, interval: 50 },
      )
      .toContain("bot: What was said. T-7")
    expect(world.parts.heard).toHaveLength(1)
  })
})

describe("what is said aloud", () => {
  it("is a sound message with its text, and an address for AUDIO", async () => {
    const world = await open('TALK AUDIO "**Good** day" WITH VOICE "nova"\nTALK AUDIO "Bye"\n')
    const { messages } = await world.bench.start()
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ["audio", "**Good** day"],
      ["audio", "Bye"],
    ])
    expect(messages[0]?.file).toMatchObject({ name: "Good day.mp3", type: "audio/mpeg" })
    expect(world.parts.spoken.map(({ said }) => [said.text, said.voice, said.model])).toEqual([
      ["Good day", "nova", "tts-1"],
      ["Bye", "alloy", "tts-1"],
    ])
    await world.bench.publish('TALK AUDIO "x" + 1\na = AUDIO "Hi"\nTALK LEFT(a, 26)\n')
    expect(texts((await world.bench.start()).messages)[1]).toMatch(/^https:\/\/bots\.example\//)
  })

  it("is said in writing when the service fails, and names what is not set up", async () => {
    const world = await open('TALK AUDIO "Hello"\n')
    world.parts.model.speak = () => {
      throw new ModelFailure("model.unreachable", "OpenAI could not be reached.")
    }
    expect((await world.bench.start()).messages[0]).toMatchObject({ kind: "text", text: "Hello" })
    const without = await open('ON ERROR RESUME NEXT\nTALK AUDIO "Hello"\nTALK ERROR MESSAGE\n', {})
    expect(texts((await without.bench.start()).messages)[0]).toContain("model-speak")
  })
})

describe("pictures and documents", () => {
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  )

  it("a picture is shown to the model that sees, drawn anew, with the question", async () => {
    const world = await open(
      'HEAR p AS IMAGE\nTALK SEE p\nTALK SEE p WITH QUESTION "What is the total?"\n',
      { ...openai, "model-vision": "gpt-4o" },
    )
    const said = ["A red bicycle.", "12.50"]
    world.parts.model.say = () => said.shift() ?? ""
    const { conversationId } = await world.bench.start()
    const result = await sendFile(world, conversationId, "p.png", new Uint8Array(pixel))
    expect(texts(result.messages)).toEqual(["A red bicycle.", "12.50"])
    const [first, second] = world.parts.questions.map(({ question }) => question)
    expect(first?.model).toBe("gpt-4o")
    const [shown] = first?.messages ?? []
    const picture = shown?.role === "user" ? shown.pictures?.[0] : undefined
    expect(picture?.mimeType).toBe("image/jpeg")
    expect([...(picture?.bytes.slice(0, 2) ?? [])]).toEqual([0xff, 0xd8])
    expect(second?.messages[0]).toMatchObject({ text: "What is the total?" })
  })

  it("a document carries its words, and OCR reads one too, without any model", async () => {
    const world = await open('HEAR d AS DOCUMENT\nTALK d.name + ": " + d.text\nTALK OCR d\n', {})
    const { conversationId } = await world.bench.start()
    const pdf = await makePdf("Your contract ends in May.", "Contract")
    const result = await sendFile(world, conversationId, "contract.pdf", pdf)
    expect(texts(result.messages)).toEqual([
      "contract.pdf: Your contract ends in May.",
      "Your contract ends in May.",
    ])
  })

  it("FIL-05 a document that cannot be read stays a file, and the log says why", async () => {
    const world = await open("HEAR d AS DOCUMENT\nTALK d.name + TYPEOF(d.text)\n", {})
    const { conversationId } = await world.bench.start()
    const broken = new TextEncoder().encode("%PDF-1.7 and nothing more")
    const result = await sendFile(world, conversationId, "x.pdf", broken)
    expect(texts(result.messages)[0]).toMatch(/^x\.pdf/)
    expect(result.status).not.toBe("failed")
  })
})
