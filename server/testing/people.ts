import type { OrgId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import { createTestUser } from "#db/testing/factories.ts"
import { hashPassword } from "#server/services/accounts/hash-password.ts"
import type { TestServer } from "./open-test-server.ts"
import { openTestBrowser, type TestBrowser } from "./test-browser.ts"

export const testPassword = "correct horse battery"

export interface TestPerson {
  readonly browser: TestBrowser
  readonly userId: UserId
  readonly email: string
}

/** A person with an account who is signed in. With `in`, a member of that organization. */
export async function createPerson(
  server: TestServer,
  options: { in?: { orgId: OrgId; role: Role } } = {},
): Promise<TestPerson> {
  const userId = await createTestUser(server.db, options.in ?? {})
  const email = `${userId}@example.test`
  const passwordHash = await hashPassword(testPassword)
  await server.db.accountsQuery("update users set password_hash = $2 where id = $1", [
    userId,
    passwordHash,
  ])
  const browser = openTestBrowser(server.url)
  const answer = await browser.signIn(email, testPassword)
  if (answer.status !== 200) throw new Error(`sign-in was answered ${answer.status}`)
  return { browser, userId, email }
}

/** A person with an organization of their own. */
export async function createOwner(server: TestServer, name = "Team") {
  const person = await createPerson(server)
  const org = await person.browser.api().orgs.create.mutate({ name })
  return { ...person, orgId: org.id, api: person.browser.api(org.id) }
}

/** A published bot of this organization. */
export async function createBot(api: ReturnType<TestBrowser["api"]>, source: string, name = "Bot") {
  const bot = await api.bots.create.mutate({ name, template: "empty" })
  const { layout, revision } = await api.bots.loadDraft.query({ botId: bot.id })
  const saved = await api.bots.saveDraft.mutate({
    botId: bot.id,
    source,
    layout,
    baseRevision: revision,
  })
  if (!saved.ok) throw new Error("the draft was not saved")
  const published = await api.bots.publish.mutate({ botId: bot.id, baseRevision: saved.revision })
  if (!published.ok) throw new Error(published.diagnostics.map(({ message }) => message).join("\n"))
  return { ...bot, version: published.version }
}

/** The code of the error a call was answered with; "ok" when there was none. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { data?: { problem?: { code?: string } }; message?: string }) =>
      error.data?.problem?.code ?? `no code: ${error.message}`,
  )
}
