import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId, type OrgId } from "#catalog/ids.ts"
import { operations } from "#server/api/api.ts"
import { createTenant, type TestTenant } from "#server/testing/create-tenant.ts"
import {
  callProcedure,
  callTogether,
  type ListedProcedure,
  listProcedures,
} from "#server/testing/list-procedures.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { inputsOf, plainInputs, withoutInput } from "#server/testing/procedure-inputs.ts"

let server: TestServer
let one: TestTenant
let two: TestTenant
beforeAll(async () => {
  // Thousands of calls by one person, at one moment of the clock.
  server = await openTestServer({ env: { RATE_LIMIT_FACTOR: "10" } })
  one = await createTenant(server, "canary-one")
  two = await createTenant(server, "canary-two")
})
afterAll(() => server.close())

const procedures = listProcedures()
const rightInput = (procedure: ListedProcedure): unknown =>
  inputsOf(one)[procedure.name] ?? plainInputs[procedure.name] ?? {}

/** Every row of a tenant, to see that none of it has changed. */
async function readRows(orgId: OrgId): Promise<string> {
  const tables = [
    "organizations",
    "members",
    "invites",
    "bots",
    "api_keys",
    "scripts",
    "versions",
    "snapshots",
    "previews",
    "prompts",
    "prompt_versions",
    "prompt_splits",
    "evaluation_sets",
    "bin_entries",
    "notifications",
    "conversations",
    "messages",
    "contacts",
    "files",
    "tasks",
    "mails",
    "bot_tables",
    "bot_rows",
    "handoffs",
    "conversation_notes",
    "conversation_tags",
    "attendants",
    ...["intents", "entities", "utterances"],
  ]
  const rows = tables.map(
    (table) =>
      `select '${table}' as name, json_agg(t order by t::text)::text as all from ${table} t`,
  )
  return JSON.stringify(await server.db.tenantQuery([orgId], rows.join(" union all ")))
}

test("the sweep has an input for every procedure: a new one needs a line in server/testing/procedure-inputs.ts", () => {
  // The ids are made before each test runs; only their names matter here.
  const known = [
    ...Object.keys(inputsOf({ ids: {} })),
    ...Object.keys(plainInputs),
    ...withoutInput,
  ]
  expect(known.sort()).toEqual(procedures.map(({ name }) => name))
})

describe("ISO-01 ISO-02 the ids of another organization", () => {
  const naming = procedures.filter(({ name }) => name in inputsOf({ ids: {} }))

  test.each(naming)("$name is answered as if they did not exist", async (procedure) => {
    const before = await readRows(two.orgId)
    const answer = await callProcedure(
      one.send,
      procedure,
      one.orgId,
      inputsOf(two)[procedure.name],
    )
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain("canary-two")
    expect(await readRows(two.orgId)).toBe(before)
    const unknown = Object.fromEntries(
      Object.entries(inputsOf(one)[procedure.name] ?? {}).map(([field, value]) => [
        field,
        typeof value === "string" && /^[a-z]{3}_/.test(value)
          ? newId(value.slice(0, 3) as "bot")
          : value,
      ]),
    )
    const nobody = await callProcedure(one.send, procedure, one.orgId, unknown)
    expect([nobody.status, nobody.code]).toEqual([answer.status, answer.code])
  })

  test.each(
    procedures.filter(({ permission }) => permission !== "anyone" && permission !== "signed_in"),
  )("$name does nothing in an organization the caller does not belong to", async (procedure) => {
    const before = await readRows(two.orgId)
    const input = inputsOf(two)[procedure.name] ?? plainInputs[procedure.name] ?? {}
    const answer = await callProcedure(one.send, procedure, two.orgId, input)
    expect([answer.status, answer.code]).toEqual([404, "org.not_found"])
    expect(answer.text).not.toContain("canary-two")
    expect(await readRows(two.orgId)).toBe(before)
  })

  test("ISO-16 no organization, two, and one of no known form are all refused", async () => {
    const ofOrg = procedures.filter(
      ({ permission }) => permission !== "anyone" && permission !== "signed_in",
    )
    const calls = ofOrg.map((procedure) => ({ procedure, input: rightInput(procedure) }))
    for (const orgId of [null, `${one.orgId}, ${one.orgId}`, "*", "org_", "null"]) {
      const answers = await callTogether(one.send, orgId, calls)
      expect(answers.map(({ status, code }, at) => [ofOrg[at]?.name, status, code])).toEqual(
        ofOrg.map(({ name }) => [name, 400, "request.org_missing"]),
      )
    }
  })
})

describe("ISO-07 fields that only the server may set", () => {
  const fields = [
    "tenantId",
    "orgId",
    "org_id",
    "ownerId",
    "userid",
    "actor",
    "plan",
    "stripeCustomerId",
    "createdAt",
    "id",
    "__proto__x",
  ]

  test.each(procedures)("$name refuses them", async (procedure) => {
    const right = rightInput(procedure) as object
    const calls = fields.map((field) => ({ procedure, input: { ...right, [field]: two.orgId } }))
    const answers = await callTogether(one.send, one.orgId, calls)
    expect(answers.map(({ status, code }, at) => [fields[at], status, code])).toEqual(
      fields.map((field) => [field, 400, "request.refused"]),
    )
  })
})

describe("SES-02 things of another kind where an id is wanted", () => {
  test("are refused before anything is looked up", async () => {
    for (const procedure of procedures) {
      const right = inputsOf(one)[procedure.name]
      for (const field of Object.keys(right ?? {}).filter((name) => name.endsWith("Id"))) {
        const wrongs = [
          ...[{ $gt: "" }, [one.ids[field]], null, "", "x".repeat(10_000), "' or 1=1 --"],
          ...[one.ids.slug, 1],
        ]
        const calls = wrongs.map((wrong) => ({ procedure, input: { ...right, [field]: wrong } }))
        const answers = await callTogether(one.send, one.orgId, calls)
        expect([procedure.name, field, answers.map(({ status }) => status)]).toEqual([
          ...[procedure.name, field],
          wrongs.map(() => 400),
        ])
      }
    }
  })
})

describe("ISO-01 the operations of the API", () => {
  test.each(operations.filter(({ path }) => path.includes("{id}")))(
    "$operationId opens nothing of another organization with one's own token",
    async ({ method, path }) => {
      const before = await readRows(two.orgId)
      const address = path.replace("{id}", two.ids.conversation ?? "")
      const response = await fetch(`${server.url}/api/v1${address}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${one.ids.token}`, "content-type": "application/json" },
        ...(method === "post" ? { body: JSON.stringify({ text: "x" }) } : {}),
      })
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain("canary-two")
      expect(await readRows(two.orgId)).toBe(before)
    },
  )
})

test("ISO-15 figures, results, costs, searches and runs of another organization's bots are nobody else's", async () => {
  for (const name of [
    ...["recordings.traffic", "recordings.list", "results.list", "results.export", "tests.list"],
    ...["models.list", "prompts.figures", "evaluations.list", "evaluations.getRun"],
    ...["knowledge.search", "understanding.misunderstood", "tables.rows", "tables.export"],
  ]) {
    const procedure = procedures.find((found) => found.name === name)
    if (procedure === undefined) throw new Error(name)
    const answer = await callProcedure(one.send, procedure, one.orgId, inputsOf(two)[name])
    expect([name, answer.status]).toEqual([name, 404])
    expect(answer.text).not.toContain("canary-two")
  }
})

test("no word of one organization stands in what the other lists", async () => {
  for (const name of [
    ...["account.me", "bots.list", "bots.people", "orgs.list", "orgs.members", "account.sessions"],
    ...["inbox.list", "tasks.list", "mails.list"],
  ]) {
    const procedure = procedures.find((found) => found.name === name)
    if (procedure === undefined) throw new Error(name)
    const answer = await callProcedure(one.send, procedure, one.orgId, {})
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain("canary-two")
  }
})
