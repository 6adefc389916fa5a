import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest"
import { modelProviders } from "#catalog/models/index.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import { createModels } from "../ask-models.ts"
import type { ModelAccount } from "../port.ts"
import { formatOf, openStandIn } from "./stand-in.ts"

const outbound = createOutbound({ allow: ["127.0.0.1"] })
afterAll(() => outbound.close())
let standIn: Awaited<ReturnType<typeof openStandIn>>
let models = createModels(outbound)
const [openai] = modelProviders
beforeEach(async () => {
  models = createModels(outbound)
  standIn = await openStandIn(formatOf(openai!))
})
afterEach(() => standIn.close())

const can = (task: "transcribe" | "speak" | "embed") =>
  modelProviders.filter((provider) => provider[task] !== undefined)
const accountOf = (provider: ModelAccount["provider"], key = "sk-canary"): ModelAccount => ({
  ...{ provider, url: standIn.url, key },
})
const mp3 = Uint8Array.from([0x49, 0x44, 0x33, 4, 0])
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: Error & { code: string }) => thrown,
  )
  expect(error?.message).not.toContain("canary")
  return error?.code
}

describe.each(can("transcribe"))("$label, for recordings", (provider) => {
  it("is handed the recording in OpenAI's form, and says what was said", async () => {
    standIn.next({ kind: "give", body: JSON.stringify({ text: " Hello ", duration: 2.5 }) })
    const bytes = new TextEncoder().encode("OggS-sound")
    const wish = { model: "w", bytes, mimeType: "audio/ogg", language: "pt-BR", timeoutMs: 5_000 }
    expect(await models.transcribe(accountOf(provider), wish)).toEqual({
      text: "Hello",
      seconds: 2.5,
    })
    const [asked] = standIn.asked
    expect(asked?.path).toBe("/v1/audio/transcriptions")
    expect(asked?.headers.authorization).toBe("Bearer sk-canary")
    expect(asked?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/)
    for (const part of ['name="model"\r\n\r\nw\r\n', 'name="language"\r\n\r\npt\r\n'])
      expect(asked?.form).toContain(part)
    expect(asked?.form).toContain('name="file"; filename="recording.ogg"')
    expect(asked?.form).toContain("OggS-sound")
  })
})

describe.each(can("speak"))("$label, for speech", (provider) => {
  it("is handed the text, gives a sound, and nothing else passes for one", async () => {
    const wish = { model: "t", voice: "alloy", text: "Good day", timeoutMs: 5_000 }
    standIn.next({ kind: "give", body: mp3, type: "audio/mpeg" })
    expect([...(await models.speak(accountOf(provider), wish))]).toEqual([...mp3])
    expect(standIn.asked[0]).toMatchObject({
      path: "/v1/audio/speech",
      body: { model: "t", input: "Good day", voice: "alloy", response_format: "mp3" },
    })
    standIn.next({ kind: "garbage", body: "<html>", type: "text/html" })
    expect(await failureOf(models.speak(accountOf(provider), wish))).toBe("model.broke_off")
  })
})

describe.each(can("embed"))("$label, for vectors", (provider) => {
  const isGoogle = provider.protocol === "google"
  const answer = (rows: readonly (readonly number[])[]) =>
    JSON.stringify(
      isGoogle
        ? {
            embeddings: rows.map((values) => ({ values })),
            usageMetadata: { promptTokenCount: 5 },
          }
        : {
            data: rows.map((embedding, index) => ({ embedding, index })).toReversed(),
            usage: { prompt_tokens: 5 },
          },
    )
  const wish = { model: "e", texts: ["one", "two"], timeoutMs: 5_000 }

  it("is asked in its own form, and its vectors come in order with length one", async () => {
    standIn.next({ kind: "give", body: answer([[3, 4], [0, 2]]) }) // biome-ignore format: short
    const { vectors, tokens } = await models.embed(accountOf(provider), wish)
    expect(vectors.map((row) => [...row].map((each) => each.toFixed(1)))).toEqual([
      ["0.6", "0.8"],
      ["0.0", "1.0"],
    ])
    expect(tokens).toBe(5)
    const [asked] = standIn.asked
    expect(asked?.path).toBe(isGoogle ? "/v1/models/e:batchEmbedContents" : "/v1/embeddings")
    expect(isGoogle ? asked?.headers["x-goog-api-key"] : asked?.headers.authorization).toContain(
      "sk-canary",
    )
    expect(JSON.stringify(asked?.body)).toContain('"two"')
  })

  it("SEC-04 fails in words on fewer vectors, other lengths, garbage, a refusal and silence", async () => {
    const ask = (key: string) => models.embed(accountOf(provider, `sk-canary-${key}`), wish)
    for (const [key, body] of [
      ["few", answer([[1, 0]])],
      ["uneven", answer([[1, 0], [1]])],
      ["words", '{"data":"none"}'],
      ["html", "<p>"],
    ] as const) {
      standIn.next({ kind: "give", body })
      expect(await failureOf(ask(key)), key).toBe("model.broke_off")
    }
    standIn.next({ kind: "status", status: 401 })
    expect(await failureOf(ask("refused"))).toBe("model.refused")
    standIn.next({ kind: "hang" })
    const late = models.embed(accountOf(provider, "sk-late"), { ...wish, timeoutMs: 150 })
    expect(await failureOf(late)).toBe("model.timed_out")
  })
})
