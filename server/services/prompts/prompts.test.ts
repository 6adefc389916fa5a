import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let slug = ""

const program = `ON ERROR GOTO failed
HEAR question WITH "Ask"
TALK ANSWER question WITH PROMPT "support" WITH VALUES tone = "warm", days = 3
TALK "done"
booked = question
HEAR question
failed:
TALK ERROR MESSAGE
`

beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  slug = (await createBot(owner.api, program)).slug
})
afterAll(() => server.close())

/** Asks the bot one question in a new conversation; gives what it said. */
async function ask(question: string) {
  const rest = openRest(server.url)
  const { json } = await rest.start(slug)
  const answer = await rest.say(json.conversation, { text: question })
  const said = (answer.json.messages as { text: string }[]).map(({ text }) => text)
  return { id: json.conversation.id as string, said }
}
const figuresOf = (promptId: string) => owner.api.prompts.figures.query({ promptId })

describe("a prompt of the library", () => {
  test("answers by the version that is live, can be rolled back, and a flow may stay with one", async () => {
    expect((await ask("What is it?")).said).toEqual(['The library has no prompt "support".'])
    const { id: promptId } = await owner.api.prompts.create.mutate({
      name: "Support",
      text: "Answer in a {{tone}} tone.",
    })
    expect(await codeOf(owner.api.prompts.create.mutate({ name: "sUPPORT", text: "x" }))).toBe(
      "prompt.name_taken",
    )
    expect(await codeOf(owner.api.prompts.create.mutate({ name: "a@2", text: "x" }))).toBe(
      "request.refused",
    )
    const first = await ask("What is it?")
    expect(first.said.at(-1)).toBe("done")
    await owner.api.prompts.saveVersion.mutate({
      ...{ promptId, text: "Be {{tone}} for {{days}} days.", note: "Longer", variables: [] },
    })
    await ask("What is it?")
    await owner.api.prompts.setLive.mutate({ promptId, number: 1 })
    await ask("What is it?")
    await ask("What is it?")
    const { versions } = await figuresOf(promptId)
    expect(versions.map(({ number, conversations }) => [number, conversations])).toEqual([
      [2, 1],
      [1, 3],
    ])
    const prompt = await owner.api.prompts.get.query({ promptId })
    expect(prompt.liveNumber).toBe(1)
    expect(prompt.versions.map(({ note, author }) => [note, author])).toEqual([
      ["Longer", "Test person"],
      ["", "Test person"],
    ])
    const pinned = await createBot(
      owner.api,
      'LET x = ""\nON ERROR GOTO e\nx = ANSWER "What is it?" WITH PROMPT "support@2" WITH VALUES tone = "dry", days = 1\nx = ANSWER "What?" WITH PROMPT "support@9"\ne:\nTALK ERROR MESSAGE',
    )
    const { json } = await openRest(server.url).start(pinned.slug)
    expect(json.messages[0]?.text).toBe('The prompt "Support" has no version 9.')
    expect((await figuresOf(promptId)).versions[0]?.conversations).toBe(2)
  })

  test("names the value that is missing or of another kind, and counts nothing then", async () => {
    const [prompt] = await owner.api.prompts.list.query({})
    const promptId = prompt?.id ?? ""
    const before = await figuresOf(promptId)
    const variable = { kind: "number" as const, fallback: null, choices: [], sample: "" }
    await owner.api.prompts.saveVersion.mutate({
      ...{ promptId, text: "{{shop}}", variables: [] },
    })
    expect((await ask("What is it?")).said).toEqual([
      'The prompt "Support" needs a value for {{shop}}.',
    ])
    await owner.api.prompts.saveVersion.mutate({
      ...{ promptId, text: "{{tone}}", variables: [{ ...variable, name: "tone" }] },
    })
    expect((await ask("What is it?")).said).toEqual([
      'The prompt "Support" takes a number for {{tone}}.',
    ])
    const sum = ({ versions }: typeof before) => versions.reduce((all, each) => all + each.uses, 0)
    expect(sum(await figuresOf(promptId))).toBe(sum(before))
    await owner.api.prompts.setLive.mutate({ promptId, number: 1 })
  })

  test("stands in the trace and the journal of the turn that used it", async () => {
    const { id } = await ask("What is it?")
    const rows = await server.db.tenantQuery<{ name: string; trace: unknown }>(
      [owner.orgId],
      `select j.name, e.outcome -> 'trace' -> 'stages' as trace from journal j
       join inbound_events e on e.org_id = j.org_id and e.id = j.event_id
       where e.conversation_id = $1 and j.name = 'TALK ANSWER PROMPT'`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows[0]?.trace)).toContain(
      '{"prompt":"Support","isSplit":false,"version":1}',
    )
  })
})

describe("two versions side by side", () => {
  test("both answer, each is measured, and what is chosen is live", async () => {
    const [prompt] = await owner.api.prompts.list.query({})
    const promptId = prompt?.id ?? ""
    const split = { promptId, numberA: 1, numberB: 2, percentB: 50, measure: "goal" as const }
    expect(await codeOf(owner.api.prompts.startSplit.mutate({ ...split, numberB: 1 }))).toBe(
      "prompt.split_refused",
    )
    await owner.api.prompts.update.mutate({ promptId, goal: "booked" })
    await owner.api.prompts.startSplit.mutate(split)
    expect(await codeOf(owner.api.prompts.startSplit.mutate(split))).toBe("prompt.split_refused")
    for (let count = 0; count < 12; count++) await ask("What is it?")
    const [running] = (await figuresOf(promptId)).splits
    if (running === undefined) throw new Error("none runs")
    expect(running.a.total + running.b.total).toBe(12)
    expect(Math.min(running.a.total, running.b.total)).toBeGreaterThan(0)
    expect(running.report.verdict).toBe("too_few")
    await owner.api.prompts.endSplit.mutate({ promptId, number: 2 })
    expect((await owner.api.prompts.get.query({ promptId })).liveNumber).toBe(2)
    expect(await codeOf(owner.api.prompts.endSplit.mutate({ promptId, number: 2 }))).toBe(
      "prompt.split_refused",
    )
    await ask("What is it?")
    const [ended] = (await figuresOf(promptId)).splits
    expect([ended?.a.total, ended?.b.total]).toEqual([running.a.total, running.b.total])
  })

  test("counts as resolved what nobody had to take over and every answer of which was known", async () => {
    const [prompt] = await owner.api.prompts.list.query({})
    const { versions } = await figuresOf(prompt?.id ?? "")
    // Nothing is known here, so no answer was.
    expect(versions.every(({ resolved }) => resolved === 0)).toBe(true)
    const first = versions.find(({ number }) => number === 1)
    expect(first?.reached).toBe(0)
    expect([first?.calls, first?.typicalMs, first?.dollars]).toEqual([0, null, 0])
  })
})

test("a viewer reads prompts and changes none", async () => {
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const api = viewer.browser.api(owner.orgId)
  expect((await api.prompts.list.query({})).map(({ name }) => name)).toEqual(["Support"])
  expect(await codeOf(api.prompts.create.mutate({ name: "x", text: "x" }))).toBe(
    "permission.denied",
  )
})
