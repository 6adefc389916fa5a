import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let botId = ""
let versionId = ""
let setId = ""

const handbook = `# Repair shop

## Opening hours

The shop is open from nine in the morning until six in the evening, Monday to Friday. On Saturday it closes at one.

## Bicycles

A flat tyre is repaired while you wait and costs 12 euros. A new chain costs 30 euros and takes a day.
`
const questions = `id,question,document,quote,answer
tyre,What does it cost to repair a flat tyre?,handbook.md,costs 12 euros,12 euros
hours,When does the shop open in the morning?,handbook.md,open from nine in the morning,
chain,What does a new chain cost?,handbook.md,a quote that stands nowhere,40 euros
chess,Who won the chess championship in 1972?,,,
`
const program = `HEAR topic WITH "Hello! What is it about?"
ask:
HEAR question WITH "What would you like to know?"
TALK ANSWER question WITH PROMPT "support"
GOTO ask
`

beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  await owner.api.prompts.create.mutate({ name: "support", text: "Be kind." })
  const bot = await createBot(owner.api, program)
  ;[botId, versionId] = [bot.id, bot.version.id]
  const base = await owner.api.knowledge.createBase.mutate({ botId, name: "Handbook" })
  const body = new FormData()
  body.set("file", new File([handbook], "handbook.md"))
  const path = `/api/dashboard/bots/${botId}/knowledge/${base.id}`
  const headers = { "x-botwright-org": owner.orgId }
  await owner.browser.fetch(path, { method: "POST", headers, body })
  await server.container.engine.sweep()
  setId = (await owner.api.evaluations.createSet.mutate({ botId, name: "Prices" })).id
})
afterAll(() => server.close())

const run = async (input: Parameters<typeof owner.api.evaluations.startRun.mutate>[0]) => {
  const { id } = await owner.api.evaluations.startRun.mutate(input)
  await server.container.engine.sweep()
  return await owner.api.evaluations.getRun.query({ botId, runId: id })
}
const gradesOf = ({ results }: Awaited<ReturnType<typeof run>>) =>
  results.map(({ question, isRight, isFound, isMatch, isDeclined }) => ({
    ...{ id: question.id, isRight, isFound, isMatch, isDeclined },
  }))
const grades = [
  { id: "tyre", isRight: true, isFound: true, isMatch: true, isDeclined: false },
  { id: "hours", isRight: true, isFound: true, isMatch: null, isDeclined: false },
  { id: "chain", isRight: false, isFound: false, isMatch: false, isDeclined: false },
  { id: "chess", isRight: true, isFound: null, isMatch: null, isDeclined: true },
]

test("a set is read from a file, written to one, and refused where a question lacks something", async () => {
  expect(await codeOf(owner.api.evaluations.startRun.mutate({ botId, setId }))).toBe(
    "evaluation.empty",
  )
  const read = await owner.api.evaluations.importSet.mutate({ botId, setId, text: questions })
  expect(read).toEqual({ questions: 4, revision: 2 })
  for (const text of ["nothing", "[]", '[{"question":""}]', "question,document\nWhat?,a.md"])
    expect(await codeOf(owner.api.evaluations.importSet.mutate({ botId, setId, text }))).toBe(
      "evaluation.unreadable",
    )
  const before = await owner.api.evaluations.getSet.query({ botId, setId })
  for (const format of ["csv", "json"] as const) {
    const { name, text } = await owner.api.evaluations.exportSet.query({ botId, setId, format })
    expect(name).toBe(`Prices.${format}`)
    await owner.api.evaluations.importSet.mutate({ botId, setId, text })
    const after = await owner.api.evaluations.getSet.query({ botId, setId })
    expect(after.questions).toEqual(before.questions)
  }
  const { name, bases, questions: all } = before
  const changed = { botId, setId, name, bases: [...bases], before: [], questions: [] }
  expect(all).toHaveLength(4)
  expect(await codeOf(owner.api.evaluations.saveSet.mutate({ ...changed, baseRevision: 1 }))).toBe(
    "evaluation.set_changed",
  )
})

test("the knowledge alone is asked without a bot, and each answer is scored", async () => {
  const done = await run({ botId, setId })
  expect([done.state, done.done, done.versionNumber]).toEqual(["ready", 4, null])
  expect(gradesOf(done)).toEqual(grades)
  expect(done.figures).toMatchObject({
    ...{ right: { hits: 3, of: 4 }, found: { hits: 2, of: 3 }, faithfulness: 1, dollars: 0 },
    ...{ declinedRightly: { hits: 1, of: 1 }, declinedWrongly: { hits: 0, of: 3 } },
  })
})

test("a version of the bot is asked as a person would ask it, and leaves no conversation behind", async () => {
  const { name, questions: all } = await owner.api.evaluations.getSet.query({ botId, setId })
  await owner.api.evaluations.saveSet.mutate({
    ...{ botId, setId, name, bases: [], before: ["prices"], baseRevision: 4 },
    questions: all.map((each) => ({
      ...each,
      passage: each.passage && { ...each.passage, others: [...each.passage.others] },
    })),
  })
  const done = await run({ botId, setId, versionId })
  expect([done.state, done.versionNumber]).toEqual(["ready", 1])
  expect(gradesOf(done)).toEqual(grades)
  expect(done.results[0]?.cited[0]).toEqual({
    ...{ title: "handbook.md", section: "Repair shop > Bicycles" },
  })
  const left = await server.db.tenantQuery([owner.orgId], "select id from conversations")
  expect(left).toEqual([])
})

test("a version of a prompt is put to the test without going live, and counts for none of its figures", async () => {
  const [prompt] = await owner.api.prompts.list.query({})
  const promptId = prompt?.id ?? ""
  await owner.api.prompts.saveVersion.mutate({
    ...{ promptId, text: "{{shop}}", variables: [], isLive: false },
  })
  const done = await run({ botId, setId, versionId, prompt: { promptId, number: 2 } })
  expect(done.prompt).toEqual({ name: "support", number: 2 })
  // Its value is missing, so the script breaks off: that is no answer, and no declining either.
  expect(done.results.map(({ problem, isRight }) => [problem, isRight])).toEqual(
    Array(4).fill(["evaluation.faulted", false]),
  )
  expect(done.figures).toMatchObject({ failed: 4, right: { hits: 0, of: 4 } })
  const { versions } = await owner.api.prompts.figures.query({ promptId })
  expect(versions.map(({ uses }) => uses)).toEqual([0, 0])
})

test("a process that ends in the middle leaves what was answered, and nothing is asked again", async () => {
  const { id: runId } = await run({ botId, setId, versionId })
  const read = () =>
    server.db.tenantQuery<{ position: number; at: Date }>(
      [owner.orgId],
      "select position, at from evaluation_results where run_id = $1 order by position",
      [runId],
    )
  const [first] = await read()
  await server.db.tenantQuery(
    [owner.orgId],
    "delete from evaluation_results where run_id = $1 and position > 0",
    [runId],
  )
  await server.db.tenantQuery(
    [owner.orgId],
    "update evaluation_runs set state = 'running', done = 1, due = now(), ended_at = null where id = $1",
    [runId],
  )
  await server.container.engine.sweep()
  const again = await read()
  expect(again).toHaveLength(4)
  expect(again[0]).toEqual(first)
  const done = await owner.api.evaluations.getRun.query({ botId, runId })
  expect([done.state, done.done]).toEqual(["ready", 4])
  expect(gradesOf(done)).toEqual(grades)
})

test("a judge that cannot be asked leaves the scores as words and numbers make them", async () => {
  await owner.api.models.saveAccount.mutate({
    ...{ provider: "openai-compatible", url: "http://127.0.0.1:1", models: { default: "m" } },
  })
  const done = await run({ botId, setId, hasJudge: true })
  expect([done.state, done.hasJudge, done.figures.dollars]).toEqual(["ready", true, 0])
  expect(gradesOf(done)).toEqual(grades)
})

test("a run that was stopped asks nothing further, and a viewer starts none", async () => {
  const { id: runId } = await owner.api.evaluations.startRun.mutate({ botId, setId })
  await owner.api.evaluations.stopRun.mutate({ botId, runId })
  await server.container.engine.sweep()
  const stopped = await owner.api.evaluations.getRun.query({ botId, runId })
  expect(stopped.state).toBe("stopped")
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const api = viewer.browser.api(owner.orgId)
  const [set] = await api.evaluations.list.query({ botId })
  expect(set?.runs.map(({ state }) => state)).toContain("ready")
  expect(await codeOf(api.evaluations.startRun.mutate({ botId, setId }))).toBe("permission.denied")
})

test("a draft is asked before it is published, stands beside what is published, and nobody else meets it", async () => {
  const text = questions.split("\n").slice(0, 2).join("\n")
  await owner.api.evaluations.importSet.mutate({ botId, setId, text })
  const name = "Draft that was evaluated"
  const same = await run({ botId, setId, draft: { name } })
  expect(same).toMatchObject({ isLive: true, state: "ready" })
  const before = await owner.api.bots.loadDraft.query({ botId })
  const save = async (source: string, baseRevision: number) => {
    const { layout } = before
    const saved = await owner.api.bots.saveDraft.mutate({ botId, source, layout, baseRevision })
    return saved.ok ? saved.draftRevision : 0
  }
  const changed = program.replace("TALK ANSWER question", 'TALK "12 euros"\nTALK ANSWER question')
  let revision = await save(changed, before.revision)
  const first = await run({ botId, setId, draft: { name } })
  expect(first).toMatchObject({ isLive: false, state: "ready" })
  expect(first.versionNumber).toBeGreaterThan(same.versionNumber ?? 0)
  const again = await run({ botId, setId, draft: { name } })
  expect(again.versionNumber).toBe(first.versionNumber)
  const versions = await owner.api.bots.versions.query({ botId })
  expect(versions.find(({ isCurrent }) => isCurrent)?.id).toBe(versionId)
  revision = await save("GOTO nowhere\n", revision)
  expect(
    await codeOf(owner.api.evaluations.startRun.mutate({ botId, setId, draft: { name } })),
  ).toBe("evaluation.draft_broken")
  await save(program, revision)
})
