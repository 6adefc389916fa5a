import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, testPassword } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"

/** What the installation knows, each recognizable. */
const settings = {
  SESSION_SECRET: "Canary-session-7Rt2YbN8mPd4HsJc6GfAe1U",
  ENCRYPTION_KEY: "Canary-encrypt-9qLw7Rt2YbN8mPd4HsJc6Gf",
  METRICS_TOKEN: "Canary-metrics-Zk3vX9qLw7Rt2YbN8mPd4Hs",
}
/** What the author of a bot wrote into a program to call another system with. */
const headerSecret = "canary-of-a-header-5512"

let server: TestServer
/** Everything the server answered, whoever asked. */
const answers: string[] = []
/** What only one person or visitor has. */
const held: Record<string, string> = {}

const program = `SET HEADER "Authorization", "Bearer ${headerSecret}"
HEAR x WITH "Say"
ON ERROR RESUME NEXT
a = GET "http://127.0.0.1:9/"
TALK "1 " + ERROR MESSAGE
CLEAR ERROR
b = POST "https://nowhere.invalid/", { secret: "in a body" }
TALK "2 " + ERROR MESSAGE
CLEAR ERROR
ON ERROR GOTO 0
c = GET "http://169.254.169.254/"
`

beforeAll(async () => {
  server = await openTestServer({ env: { ...settings, LOG_LEVEL: "debug" } })
  const email = "canary@example.test"
  const browser = openTestBrowser(server.url)
  const keep = async (path: string, init?: RequestInit) => {
    const answer = await browser.fetch(path, init)
    answers.push(
      `${path} ${JSON.stringify([...answer.headers].filter(([name]) => name !== "set-cookie"))} ${await answer.text()}`,
    )
  }
  await browser.api().account.signUp.mutate({ email, name: "Ana", password: testPassword })
  await browser.signIn(email, "a wrong canary password")
  await browser.signIn(email, testPassword)
  held.session = [...browser.cookies].find(([name]) => name.includes("session-token"))?.[1] ?? ""
  const org = await browser.api().orgs.create.mutate({ name: "Canaries" })
  await browser.api(org.id).orgs.invite.mutate({ email: "b@example.test", role: "viewer" })
  await browser.api().account.requestReset.mutate({ email })
  const bot = await createBot(browser.api(org.id), program)
  const rest = openRest(server.url)
  const { json } = await rest.start(bot.slug)
  held.conversation = json.conversation.token
  answers.push(JSON.stringify((await rest.say(json.conversation, { text: "x" })).json))
  answers.push(JSON.stringify((await rest.list(json.conversation)).json))
  for (const path of [
    "/health",
    "/health/ready",
    "/metrics",
    "/api/auth/session",
    "/api/auth/csrf",
  ])
    await keep(path)
  await keep("/api/trpc/account.me")
  await keep("/api/trpc/nothing.here?input={")
  await keep(`/api/v1/conversations/${json.conversation.id}/messages`, {
    headers: { authorization: "Bearer wrong" },
  })
  await keep(`/api/v1/bots/${bot.slug}`)
})
afterAll(() => server.close())

/** Every row of every table, by the table's name. */
async function readTables(): Promise<Map<string, string>> {
  const tables = await server.db.asOwner((tx) =>
    tx.rows<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    ),
  )
  const rows = tables.map(async ({ name }) => {
    const [all] = await server.db.asOwner((tx) =>
      tx.rows<{ text: string | null }>(`select json_agg(t)::text as text from ${name} t`),
    )
    return [name, all?.text ?? ""] as const
  })
  return new Map(await Promise.all(rows))
}

const ofInstallation = () => [...Object.values(settings), server.container.secrets.demoPassword]
const found = (texts: Iterable<string>, secrets: readonly string[]) =>
  [...texts].flatMap((text) => secrets.filter((secret) => text.includes(secret)))

test("SEC-03 no secret of the installation, of a person or of a program stands in the log", () => {
  expect(server.logLines.length).toBeGreaterThan(20)
  const secrets = [...ofInstallation(), ...Object.values(held), testPassword, headerSecret]
  expect(secrets.every((secret) => secret.length >= 12)).toBe(true)
  expect(found(server.logLines, [...secrets, "a wrong canary password"])).toEqual([])
})

test("SEC-03 no answer tells a secret, and what a failing call is answered with tells neither header nor body", () => {
  expect(answers.join()).toContain("1 127.0.0.1 is not an address on the public internet.")
  expect(answers.join()).toContain("2 nowhere.invalid could not be reached")
  expect(found(answers, [...ofInstallation(), testPassword, headerSecret, "in a body"])).toEqual([])
})

test("SEC-03 SEC-06 the database holds none that opens anything, and a program's own only in the program", async () => {
  const tables = await readTables()
  expect(tables.size).toBeGreaterThan(15)
  const secrets = [...ofInstallation(), ...Object.values(held), testPassword]
  expect(found(tables.values(), secrets)).toEqual([])
  const holders = [...tables].filter(([, text]) => text.includes(headerSecret))
  expect(
    holders.map(([name]) => name).filter((name) => !/scripts|versions|bundles/.test(name)),
  ).toEqual([])
})

test("SEC-06 a link in a mail stands in the mail alone", async () => {
  const folder = join(server.container.env.dataDir, "outbox")
  const mails = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
  )
  const token = /\/reset\/([\w.-]{20,})/.exec(mails.join("\n"))?.[1] ?? "there is none"
  expect(token).not.toBe("there is none")
  expect(
    found([...(await readTables()).values(), ...server.logLines, ...answers], [token]),
  ).toEqual([])
})
