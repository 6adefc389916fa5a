import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { OrgId } from "#catalog/ids.ts"
import type { PublicBot } from "#server/services/bots/prove-public.ts"
import { hearsVoice } from "#server/services/models/hears-voice.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest, type RestTurn, textsOf } from "#server/testing/rest.ts"
import { openaiFormat, openStandIn } from "./stand-in.ts"

let server: TestServer
let service: Awaited<ReturnType<typeof openStandIn>>
beforeAll(async () => {
  service = await openStandIn(openaiFormat)
  server = await openTestServer({ env: { OUTBOUND_ALLOW: "127.0.0.1", LOG_LEVEL: "debug" } })
})
afterAll(async () => {
  service.close()
  await server.close()
})

/** A published bot of an organization of its own, whose model is the stand-in. */
async function openBot(key: string, source: string, more: Record<string, string> = {}) {
  const { api } = await createOwner(server)
  const bot = await createBot(api, source)
  const settings = { "llm-url": service.url, "llm-key": key, "llm-model": "m", ...more }
  await server.db.asOwner(async (tx) => {
    for (const [name, value] of Object.entries(settings)) {
      const isSecret = name.endsWith("-key")
      const stored = isSecret ? server.container.seal.close(value) : value
      await tx.rows(
        `insert into bot_settings (org_id, bot_id, name, value, is_secret)
         select org_id, id, $2, $3, $4 from bots where id = $1`,
        [bot.id, name, stored, isSecret],
      )
    }
  })
  return bot
}
const say = async (bot: { slug: string }) => {
  const { json } = await openRest(server.url).start(bot.slug)
  return textsOf(json.messages)
}

describe("a bot with a model", () => {
  it("says what the model answers, and works with what is JSON", async () => {
    const bot = await openBot(
      "k1",
      'BEGIN SYSTEM PROMPT\nBe kind.\nEND SYSTEM PROMPT\nTALK LLM "Hi?"\nr = LLM "As JSON"\nTALK r.name + 1\n',
    )
    service.next({ kind: "answer", parts: ["Good ", "day"] })
    service.next({ kind: "answer", parts: ['```json\n{"name":', '"Ana"}\n```'] })
    expect(await say(bot)).toEqual(["Good day", "Ana1"])
    expect(service.asked[0]?.body.messages).toEqual([
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hi?" },
    ])
  })

  it("has its documents embedded anew by a provider, and finds by its vectors from then on", async () => {
    const owner = await createOwner(server)
    const bot = await createBot(owner.api, 'ADD TO KB "Notes", "The shop dog is called Bruno."\n')
    await say(bot)
    const botId = bot.id
    const [base] = await owner.api.knowledge.bases.query({ botId })
    const place = { botId, baseId: base?.id ?? "" }
    const stateOf = async () => await owner.api.knowledge.embedders.query(place)
    const isDone = async () => (await owner.api.knowledge.bases.query({ botId }))[0]?.waiting
    await expect.poll(isDone, { timeout: 20_000 }).toBe(0)
    const models = { default: "m", embed: "small" }
    const account = { botId, provider: "openai-compatible", url: service.url, key: "sk-e", models }
    await owner.api.models.saveAccount.mutate(account)
    service.next({ kind: "give", body: '{"object":"list","data":[{"id":"tiny"},{"id":"small"}]}' })
    const { accounts } = await owner.api.models.list.query({ botId })
    const accountId = accounts[0]?.id ?? ""
    expect(await owner.api.models.names.query({ accountId })).toEqual(["small", "tiny"])
    expect(service.asked.at(-1)?.path).toBe("/v1/models")
    expect((await stateOf()).choices.map(({ model }) => model)).toEqual([
      ...["use-lite-en", "openai-compatible:small"],
    ])
    const change = (model: string) => owner.api.knowledge.changeModel.mutate({ ...place, model })
    expect(await codeOf(change("openai:other"))).toBe("knowledge.embedder_failed")
    service.next({ kind: "status", status: 401 })
    expect(await codeOf(change("openai-compatible:small"))).toBe("knowledge.embedder_failed")
    await change("openai-compatible:small")
    await expect
      .poll(async () => (await stateOf()).model, { timeout: 20_000 })
      .toBe("openai-compatible:small")
    const text = "What is the name of the dog?"
    const found = await owner.api.knowledge.search.query({ botId, text })
    expect(found.passages[0]?.text).toContain("Bruno")
    const asked = service.asked.filter(({ path }) => path.endsWith("/embeddings"))
    expect(asked.at(-1)).toMatchObject({ body: { model: "small", input: [text] } })
    expect(asked.at(-1)?.headers.authorization).toBe("Bearer sk-e")
    const [dims] = await server.db.tenantQuery<{ dims: number }>(
      [owner.orgId],
      "select dims from knowledge_bases where id = $1",
      [place.baseId],
    )
    expect(dims?.dims).toBe(3)
    const { spent } = await owner.api.models.list.query({ botId })
    expect(spent[0]).toMatchObject({ model: "small" })
  })

  it("hears what people say where a model that writes it down is named, of its own or of an account", async () => {
    const hears = async ({ id }: { id: string }) => {
      const [place] = await server.db.asOwner((tx) =>
        tx.rows<{ orgId: OrgId }>('select org_id as "orgId" from bots where id = $1', [id]),
      )
      const bot = { orgId: place?.orgId as PublicBot["orgId"], id: id as PublicBot["id"] }
      return await hearsVoice(server.container, bot)
    }
    expect(await hears(await openBot("k1", "EXIT\n"))).toBe(false)
    expect(await hears(await openBot("k1", "EXIT\n", { "model-transcribe": "w" }))).toBe(true)
    const owner = await createOwner(server)
    const bot = await createBot(owner.api, "EXIT\n")
    expect(await hears(bot)).toBe(false)
    const account = { provider: "openai", url: service.url, models: { default: "m" } }
    await owner.api.models.saveAccount.mutate({ ...account, botId: bot.id, key: "k" })
    expect(await hears(bot)).toBe(true)
  })

  it("goes out of a task by the way that its end names, hears a recording and says its answer aloud, all by the service", async () => {
    const source = `HEAR wish AS AUDIO
outcome = TALK ANSWER wish WITH EXITS "booked; gave up"
SELECT CASE outcome
CASE "booked"
    TALK AUDIO "See you soon."
CASE "gave up"
    TALK "Another time."
CASE ELSE
    TALK "Still at it."
END SELECT
`
    const voices = { "model-transcribe": "w", "model-speak": "t" }
    const bot = await openBot("k-voice", source, voices)
    const rest = openRest(server.url)
    const { conversation } = (await rest.start(bot.slug)).json
    const sound = new TextEncoder().encode("OggS and so on")
    service.next({ kind: "give", body: JSON.stringify({ text: "A table for two", duration: 2 }) })
    service.next({ kind: "answer", parts: ["It is yours. [[end:", " booked]]"] })
    service.next({
      kind: "give",
      body: Uint8Array.from([0x49, 0x44, 0x33, 4, 0]),
      type: "audio/mpeg",
    })
    const body = new FormData()
    body.set("file", new File([sound], "wish.ogg", { type: "audio/ogg" }))
    const { id, token } = conversation
    const sent = await fetch(`${server.url}/api/v1/conversations/${id}/files`, {
      ...{ method: "POST", headers: { authorization: `Bearer ${token}` }, body },
    })
    const json = (await sent.json()) as RestTurn
    expect(textsOf(json.messages)).toEqual(["It is yours.", "See you soon."])
    expect(json.messages.at(-1)).toMatchObject({ kind: "audio" })
    const paths = service.asked.slice(-3).map(({ path }) => path)
    expect(paths).toEqual(["/v1/audio/transcriptions", "/v1/chat/completions", "/v1/audio/speech"])
    expect(JSON.stringify(service.asked.at(-2)?.body)).toContain("A table for two")
  })

  it("makes a row of what a text says", async () => {
    const source =
      'x = SAVE FROM UNSTRUCTURED "leads", "Ana from Lisbon would like tea"\nFOR EACH lead IN FIND "leads"\nTALK lead.name + " " + lead.city\nNEXT\n'
    const bot = await openBot("k3", source)
    service.next({ kind: "answer", parts: ['Sure: {"name": "Ana", ', '"city": "Lisbon"}'] })
    expect(await say(bot)).toEqual(["Ana Lisbon"])
  })

  it("XSS-01 says what the model wrote as the text of a message, whatever it looks like", async () => {
    const bot = await openBot("k2", 'TALK LLM "Hi?"\n')
    const hostile = '<img src=x onerror="alert(1)"> [a](javascript:alert(1))'
    service.next({ kind: "answer", parts: [hostile] })
    const { json } = await openRest(server.url).start(bot.slug)
    expect(json.messages).toMatchObject([{ kind: "text", text: hostile }])
    expect(Object.keys(json.messages[0] ?? {})).not.toContain("html")
  })

  it("LLM-07 asks with the key of its own organization, however many ask at once, also after a failure", async () => {
    const source = 'ON ERROR RESUME NEXT\nFOR i = 1 TO 3\nx = LLM "I am NAME"\nNEXT\nTALK "done"\n'
    const before = service.asked.length
    const bots = await Promise.all(
      ["alpha", "beta", "gamma"].map((name) => openBot(`sk-${name}`, source.replace("NAME", name))),
    )
    service.next({ kind: "status", status: 429, retryAfter: "0" }, { kind: "status", status: 401 })
    await Promise.all(bots.map(say))
    const asked = service.asked.slice(before)
    expect(asked.length).toBeGreaterThanOrEqual(9)
    for (const { headers, body } of asked) {
      const name = /I am (\w+)/.exec(JSON.stringify(body))?.[1]
      expect(headers.authorization).toBe(`Bearer sk-${name}`)
    }
  })

  it("LLM-07 falls back on the accounts of its own organization alone, however many others have", async () => {
    const before = service.asked.length
    const bots = await Promise.all(
      ["one", "two"].map(async (name) => {
        const owner = await createOwner(server)
        const bot = await createBot(owner.api, `TALK LLM "I am ${name}"\n`)
        for (const place of ["first", "second"])
          await owner.api.models.saveAccount.mutate({
            ...{ provider: "openai-compatible", url: service.url, key: `sk-${name}-${place}` },
            models: { default: "m" },
          })
        return bot
      }),
    )
    service.next(...Array.from({ length: 2 }, () => ({ kind: "status", status: 401 }) as const))
    for (const bot of bots) await say(bot)
    const used = service.asked.slice(before).map(({ headers, body }) => {
      const name = /I am (\w+)/.exec(JSON.stringify(body))?.[1]
      return `${name}: ${headers.authorization?.replace("Bearer ", "")}`
    })
    // Both accounts of the first refused: it fails rather than ask with the key of another.
    expect(used).toEqual(["one: sk-one-first", "one: sk-one-second", "two: sk-two-first"])
  })

  it("SEC-01 lets nobody try an account, list its models or change it who may not, of its organization or another", async () => {
    const owner = await createOwner(server)
    const account = { provider: "openai-compatible", url: service.url, models: { default: "m" } }
    const { id: accountId } = await owner.api.models.saveAccount.mutate({ ...account, key: "sk-1" })
    const before = service.asked.length
    const codes: string[] = []
    const builder = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
    const stranger = await createOwner(server)
    for (const { models } of [builder.browser.api(owner.orgId), stranger.api]) {
      codes.push(await codeOf(models.testAccount.mutate({ accountId })))
      codes.push(await codeOf(models.names.query({ accountId })))
      codes.push(await codeOf(models.saveAccount.mutate({ ...account, accountId })))
    }
    const [denied, missing] = ["permission.denied", "model.account_not_found"]
    expect(codes).toEqual([denied, denied, denied, missing, missing, missing])
    expect(service.asked).toHaveLength(before)
  })

  it("SEC-02 sends a key to no address but the one it was given for, also where its owner names another", async () => {
    const { api } = await createOwner(server)
    const elsewhere = await openStandIn(openaiFormat)
    const given = { provider: "openai-compatible", models: { default: "m" } }
    const { id: accountId } = await api.models.saveAccount.mutate({
      ...{ ...given, url: service.url, key: "sk-bound" },
    })
    await api.models.saveAccount.mutate({ ...given, accountId, url: elsewhere.url })
    await api.models.testAccount.mutate({ accountId })
    await api.models.names.query({ accountId })
    elsewhere.close()
    expect(elsewhere.asked.length).toBeGreaterThan(0)
    expect(JSON.stringify(elsewhere.asked)).not.toContain("sk-bound")
    // Back at the first address it has to be given again.
    await api.models.saveAccount.mutate({ ...given, accountId, url: service.url })
    await api.models.testAccount.mutate({ accountId })
    expect(JSON.stringify(service.asked.at(-1))).not.toContain("sk-bound")
    const named = { ...given, accountId, provider: "openai", url: elsewhere.url }
    expect(await codeOf(api.models.saveAccount.mutate(named))).toBe("model.key_missing")
  })

  it("SEC-03 SEC-04 keeps its key out of answers, log, traces and journal, even where the service repeats it", async () => {
    const key = "canary-of-a-model-9931"
    const bot = await openBot(key, 'ON ERROR RESUME NEXT\nx = LLM "Hi?"\nTALK ERROR MESSAGE\n')
    service.next({ kind: "status", status: 401 })
    expect(await say(bot)).toEqual([
      "Anything that speaks as OpenAI does answered with status 401: check the setting llm-key.",
    ])
    expect(service.asked.at(-1)?.headers.authorization).toBe(`Bearer ${key}`)
    expect(server.logLines.join("")).not.toContain(key)
    const tables = await server.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      ),
    )
    for (const { name } of tables) {
      const [all] = await server.db.asOwner((tx) =>
        tx.rows<{ text: string | null }>(`select json_agg(t)::text as text from ${name} t`),
      )
      expect(all?.text ?? "", name).not.toContain(key)
    }
  })
})
