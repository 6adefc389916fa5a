import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const tokenOf = (link: string) => link.split("/").at(-1) ?? ""

async function inviteAndJoin(
  owner: Pick<Awaited<ReturnType<typeof createOwner>>, "api" | "orgId">,
  role: "owner" | "admin" | "builder" | "viewer",
) {
  const person = await createPerson(server)
  const { link } = await owner.api.orgs.invite.mutate({ email: person.email, role })
  await person.browser.api().orgs.acceptInvite.mutate({ token: tokenOf(link) })
  return { ...person, orgId: owner.orgId, api: person.browser.api(owner.orgId) }
}

describe("an organization", () => {
  test("whoever makes it owns it, and its name can be changed", async () => {
    const owner = await createOwner(server, "  Bakery ")
    await owner.api.orgs.rename.mutate({ name: "Bakery & Sons" })
    expect(await owner.browser.api().orgs.list.query()).toEqual([
      { id: owner.orgId, name: "Bakery & Sons", role: "owner" },
    ])
  })

  test("ISO-16 a request that names no organization, two, or one of others is refused", async () => {
    const [owner, stranger] = [await createOwner(server), await createOwner(server)]
    expect(await codeOf(owner.browser.api().bots.list.query())).toBe("request.org_missing")
    expect(await codeOf(owner.browser.api("org_1").bots.list.query())).toBe("request.org_missing")
    expect(await codeOf(stranger.browser.api(owner.orgId).bots.list.query())).toBe("org.not_found")
    const headers = new Headers({ "x-botwright-org": owner.orgId })
    headers.append("x-botwright-org", owner.orgId)
    const twice = await owner.browser.fetch("/api/trpc/bots.list", { headers })
    expect((await twice.json()).error.data.problem.code).toBe("request.org_missing")
  })

  test("is deleted with everything in it only by its owner and only with its name", async () => {
    const owner = await createOwner(server, "Gone soon")
    const admin = await inviteAndJoin(owner, "admin")
    const bot = await createBot(owner.api, 'TALK "Hi"\n')
    expect(await codeOf(admin.api.orgs.delete.mutate({ confirmName: "Gone soon" }))).toBe(
      "permission.denied",
    )
    expect(await codeOf(owner.api.orgs.delete.mutate({ confirmName: "Gone" }))).toBe(
      "org.name_mismatch",
    )
    await owner.api.orgs.delete.mutate({ confirmName: "Gone soon" })
    expect(await codeOf(owner.api.bots.list.query())).toBe("org.not_found")
    expect((await fetch(`${server.url}/api/v1/bots/${bot.slug}`)).status).toBe(404)
    const left = await server.db.tenantQuery([owner.orgId], "select id from bots")
    expect(left).toEqual([])
  })
})

describe("members", () => {
  test("an invitation shows what it is for, brings its person in once, and then is spent", async () => {
    const owner = await createOwner(server, "Team A")
    const person = await createPerson(server)
    const { link } = await owner.api.orgs.invite.mutate({
      email: person.email.toUpperCase(),
      role: "builder",
    })
    const token = tokenOf(link)
    expect(link).toBe(`${server.url}/invite/${token}`)
    const anyone = person.browser.api()
    expect(await anyone.orgs.invitation.query({ token })).toEqual({
      orgName: "Team A",
      role: "builder",
      email: person.email,
    })
    expect(await anyone.orgs.acceptInvite.mutate({ token })).toEqual({
      id: owner.orgId,
      name: "Team A",
    })
    expect(await codeOf(anyone.orgs.acceptInvite.mutate({ token }))).toBe("auth.link_spent")
    expect(await anyone.orgs.invitation.query({ token })).toBeNull()
    const { members, invitations } = await owner.api.orgs.members.query()
    expect(members.map(({ role }) => role).sort()).toEqual(["builder", "owner"])
    expect(invitations).toEqual([])
  })

  test("AUTH-01 an invitation refuses everyone else, and everyone once it was taken back or has expired", async () => {
    const owner = await createOwner(server)
    const [person, other] = [await createPerson(server), await createPerson(server)]
    const invite = () => owner.api.orgs.invite.mutate({ email: person.email, role: "viewer" })
    const accept = (who: typeof person, link: string) =>
      codeOf(who.browser.api().orgs.acceptInvite.mutate({ token: tokenOf(link) }))
    const first = await invite()
    expect(await accept(other, first.link)).toBe("auth.link_spent")
    const second = await invite()
    expect(await accept(person, first.link)).toBe("auth.link_spent")
    await owner.api.orgs.revokeInvite.mutate({ inviteId: second.id })
    expect(await accept(person, second.link)).toBe("auth.link_spent")
    const third = await invite()
    server.clock.advance(8 * 24 * 60 * 60_000)
    expect(await accept(person, third.link)).toBe("auth.link_spent")
  })

  test("nobody hands out a role above their own, or changes somebody who has one", async () => {
    const owner = await createOwner(server)
    const admin = await inviteAndJoin(owner, "admin")
    const viewer = await inviteAndJoin(owner, "viewer")
    const invite = { email: "new@example.org", role: "owner" } as const
    expect(await codeOf(admin.api.orgs.invite.mutate(invite))).toBe("permission.role_above")
    const promote = admin.api.orgs.setRole.mutate({ userId: viewer.userId, role: "owner" })
    expect(await codeOf(promote)).toBe("permission.role_above")
    const demote = admin.api.orgs.setRole.mutate({ userId: owner.userId, role: "viewer" })
    expect(await codeOf(demote)).toBe("permission.role_above")
    expect(await codeOf(admin.api.orgs.removeMember.mutate({ userId: owner.userId }))).toBe(
      "permission.role_above",
    )
    await admin.api.orgs.setRole.mutate({ userId: viewer.userId, role: "builder" })
  })

  test("AUTH-05 a change of role and a removal count from the next request on", async () => {
    const owner = await createOwner(server)
    const member = await inviteAndJoin(owner, "builder")
    expect(await codeOf(member.api.bots.create.mutate({ name: "B", template: "empty" }))).toBe("ok")
    await owner.api.orgs.setRole.mutate({ userId: member.userId, role: "viewer" })
    expect(await codeOf(member.api.bots.create.mutate({ name: "B", template: "empty" }))).toBe(
      "permission.denied",
    )
    await owner.api.orgs.removeMember.mutate({ userId: member.userId })
    expect(await codeOf(member.api.bots.list.query())).toBe("org.not_found")
  })

  test("there is always an owner, also when two leave at once", async () => {
    const owner = await createOwner(server)
    expect(await codeOf(owner.api.orgs.leave.mutate())).toBe("org.last_owner")
    const step = owner.api.orgs.setRole.mutate({ userId: owner.userId, role: "viewer" })
    expect(await codeOf(step)).toBe("org.last_owner")
    const second = await inviteAndJoin(owner, "owner")
    const codes = await Promise.all([
      codeOf(owner.api.orgs.leave.mutate()),
      codeOf(second.api.orgs.leave.mutate()),
    ])
    expect(codes.sort()).toEqual(["ok", "org.last_owner"])
  })

  test("an owner hands the organization over and stays as admin", async () => {
    const owner = await createOwner(server)
    const heir = await inviteAndJoin(owner, "viewer")
    expect(await codeOf(heir.api.orgs.transfer.mutate({ userId: heir.userId }))).toBe(
      "permission.denied",
    )
    await owner.api.orgs.transfer.mutate({ userId: heir.userId })
    const { members } = await heir.api.orgs.members.query()
    expect(Object.fromEntries(members.map(({ userId, role }) => [userId, role]))).toEqual({
      [owner.userId]: "admin",
      [heir.userId]: "owner",
    })
  })

  test("a member is not invited again", async () => {
    const owner = await createOwner(server)
    const member = await inviteAndJoin(owner, "viewer")
    const call = owner.api.orgs.invite.mutate({ email: member.email, role: "viewer" })
    expect(await codeOf(call)).toBe("member.already")
  })
})

test("every change of the organization and its members stands in the audit log, in the same transaction", async () => {
  const owner = await createOwner(server, "Audited")
  await owner.api.orgs.rename.mutate({ name: "Audited too" })
  const gone = await owner.api.orgs.invite.mutate({ email: "gone@example.org", role: "viewer" })
  await owner.api.orgs.revokeInvite.mutate({ inviteId: gone.id })
  const member = await inviteAndJoin(owner, "viewer")
  await owner.api.orgs.setRole.mutate({ userId: member.userId, role: "admin" })
  await owner.api.orgs.transfer.mutate({ userId: member.userId })
  await owner.api.orgs.leave.mutate()
  const second = await inviteAndJoin(member, "viewer")
  await member.api.orgs.removeMember.mutate({ userId: second.userId })
  expect(
    await codeOf(member.api.orgs.setRole.mutate({ userId: member.userId, role: "viewer" })),
  ).toBe("org.last_owner")
  const rows = await server.db.tenantQuery<{ action: string }>(
    [owner.orgId],
    "select action from audit_events order by action",
  )
  expect(rows.map(({ action }) => action)).toEqual([
    "member.invite_revoked",
    "member.invited",
    "member.invited",
    "member.invited",
    "member.joined",
    "member.joined",
    "member.left",
    "member.removed",
    "member.role_changed",
    "org.created",
    "org.renamed",
    "org.transferred",
  ])
})
