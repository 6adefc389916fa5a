import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let botId = ""
let slug = ""
const intents = {
  book: ["I want to book a table", "Can I reserve a table for tonight?", "A table for two please"],
  hours: ["When do you open?", "What are your opening hours?", "Are you open on Sunday?"],
}
const program = `HEAR wish WITH "What can I do?"
meant = UNDERSTAND wish
SELECT CASE meant.intent
CASE "book"
    TALK "Booking in " + meant.entities.city + " for " + meant.entities.number
CASE "hours"
    TALK "From nine to six."
CASE ELSE
    TALK "Not understood, by " + meant.by
END SELECT
`
const city = {
  name: "city",
  kind: "list" as const,
  values: [{ value: "Lisbon", synonyms: ["Lisboa"] }, { value: "Porto" }],
}

beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  const bot = await createBot(owner.api, program)
  ;[botId, slug] = [bot.id, bot.slug]
})
afterAll(() => server.close())

async function publish() {
  const { revision } = await owner.api.bots.loadDraft.query({ botId })
  await owner.api.bots.publish.mutate({ botId, baseRevision: revision })
}
const save = (name: string, examples: readonly string[]) =>
  owner.api.understanding.saveIntent.mutate({
    ...{ botId, baseRevision: 0 },
    intent: { name, examples: [...examples] },
  })
async function talk(text: string): Promise<string> {
  const rest = openRest(server.url)
  const { json } = await rest.start(slug)
  const answer = await rest.say(json.conversation, { text })
  return answer.json.messages.at(-1)?.text ?? ""
}

test("a published version understands what the draft was taught, and goes on so when the draft changes", async () => {
  const { id } = await save("book", intents.book)
  await save("hours", intents.hours)
  await owner.api.understanding.saveEntity.mutate({
    ...{ botId, baseRevision: 0 },
    entity: city,
  })
  const tried = await owner.api.understanding.try.query({
    botId,
    text: "please reserve a table for 4 in Lisboa",
  })
  expect(tried.meanings[0]?.name).toBe("book")
  expect(tried.entities).toMatchObject({ city: "Lisbon", number: 4 })
  // Published before it was taught: that version understands nothing.
  expect(await talk("I want to book a table")).toBe("Not understood, by nobody")
  await publish()
  expect(await talk("I would like to reserve a table for 4 in Lisboa")).toBe(
    "Booking in Lisbon for 4",
  )
  expect(await talk("when are you open?")).toBe("From nine to six.")
  await owner.api.understanding.deleteIntent.mutate({ botId, intentId: id })
  expect(await talk("A table for 3 in Porto please")).toBe("Booking in Porto for 3")
  await save("book", intents.book)
}, 60_000)

test("what was not understood is kept without addresses and figures, and one click makes it an example", async () => {
  expect(await talk("my mail is ana@example.org and 555 123 4567")).toBe(
    "Not understood, by nobody",
  )
  const messages = await owner.api.understanding.misunderstood.query({ botId })
  const found = messages.find(({ text }) => text.startsWith("my mail"))
  expect(found).toMatchObject({ text: "my mail is … and …", times: 1 })
  const { intents: taught } = await owner.api.understanding.list.query({ botId })
  const hours = taught.find(({ name }) => name === "hours")!
  const messageId = found!.id
  await owner.api.understanding.settle.mutate({ botId, messageId, intentId: hours.id })
  const after = await owner.api.understanding.list.query({ botId })
  expect(after.intents.find(({ id }) => id === hours.id)?.examples).toContain("my mail is … and …")
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const theirs = viewer.browser.api(owner.orgId)
  expect(await codeOf(theirs.understanding.misunderstood.query({ botId }))).toBe(
    "permission.denied",
  )
  expect((await theirs.understanding.list.query({ botId })).intents).toHaveLength(2)
}, 60_000)

test("a test set is sorted, conflicts are told, and a change made to an older state is refused", async () => {
  const utterances = [
    { text: "a table for tonight", intent: "book" },
    { text: "opening hours on Sunday", intent: "hours" },
    { text: "tell me a joke about cats", intent: null },
  ]
  await owner.api.understanding.saveUtterances.mutate({ botId, utterances })
  const { sorted, next, total } = await owner.api.understanding.sort.query({ botId, offset: 0 })
  expect([sorted.length, next, total]).toEqual([3, null, 3])
  expect(sorted.filter(({ expected, found }) => expected === found)).toHaveLength(3)
  await save("reserve", ["I want to book a table", "Reserve something"])
  const [worst] = await owner.api.understanding.conflicts.query({ botId })
  expect(worst).toMatchObject({ example: "I want to book a table", likeness: 1 })
  const { intents: taught } = await owner.api.understanding.list.query({ botId })
  const { id, revision, name } = taught.find((each) => each.name === "reserve")!
  const change = (baseRevision: number, as = name) =>
    codeOf(
      owner.api.understanding.saveIntent.mutate({
        ...{ botId, intentId: id, baseRevision },
        intent: { name: as, examples: [] },
      }),
    )
  expect(await change(revision + 1)).toBe("understanding.changed")
  expect(await change(revision, "HOURS")).toBe("understanding.name_taken")
  expect(await change(revision)).toBe("ok")
  const pattern = { name: "code", kind: "pattern" as const, pattern: "(?=x)" }
  expect(
    await codeOf(
      owner.api.understanding.saveEntity.mutate({ botId, baseRevision: 0, entity: pattern }),
    ),
  ).toBe("understanding.pattern_refused")
}, 60_000)

test("a package carries what the bot understands, in its order, and an import adds to it by names", async () => {
  const known = await owner.api.understanding.list.query({ botId })
  const { bot: copy } = await owner.api.packages.duplicate.mutate({ botId, name: "Copy" })
  const plain = ({ id: _id, revision: _revision, ...rest }: { id: string; revision: number }) =>
    rest
  const copied = await owner.api.understanding.list.query({ botId: copy.id })
  expect(copied.intents.map(plain)).toEqual(known.intents.map(plain))
  expect(copied.entities.map(plain)).toEqual(known.entities.map(plain))
  const added = { name: "HOURS", examples: ["Closing time?"] }
  await owner.api.understanding.import.mutate({ botId: copy.id, intents: [added], entities: [] })
  const after = await owner.api.understanding.list.query({ botId: copy.id })
  expect(after.intents).toHaveLength(known.intents.length)
  expect(after.intents.find(({ name }) => name === "HOURS")?.examples).toContain("Closing time?")
}, 60_000)
