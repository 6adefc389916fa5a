import { expect } from "@playwright/test"

/** A person who uses the product's own interfaces without a browser: cookies, tRPC, REST. */
export class ApiSession {
  readonly origin: string
  private readonly jar = new Map<string, string>()
  orgId = ""
  constructor(origin: string) {
    this.origin = origin
  }

  /** Signs up a new person with an organization of their own. */
  static async signUp(origin: string, name = "Api Person"): Promise<ApiSession> {
    const { session } = await ApiSession.signUpAlone(origin, name)
    const org = (await session.mutate("orgs.create", { name: "Api test" })) as { id: string }
    session.orgId = org.id
    return session
  }

  /** Signs up a new person who joins the organization of another. */
  static async signUpBeside(
    owner: ApiSession,
    name: string,
    role = "builder",
  ): Promise<ApiSession> {
    const { session, email } = await ApiSession.signUpAlone(owner.origin, name)
    const { link } = (await owner.mutate("orgs.invite", { email, role })) as { link: string }
    await session.mutate("orgs.acceptInvite", { token: link.split("/").at(-1) })
    session.orgId = owner.orgId
    return session
  }

  private static async signUpAlone(origin: string, name: string) {
    const session = new ApiSession(origin)
    const email = `api-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`
    const password = "green-harbor-violin-41"
    await session.mutate("account.signUp", { name, email, password })
    const csrf = (await (await session.fetch("/api/auth/csrf")).json()) as { csrfToken: string }
    await session.fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email, password, csrfToken: csrf.csrfToken, json: "true" }),
    })
    return { session, email }
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: this.origin }
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";")
      const at = pair.indexOf("=")
      this.jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** The cookies, as a browser takes them, to go on in its window as the same person. */
  cookies(): { name: string; value: string; url: string }[] {
    return [...this.jar].map(([name, value]) => ({ name, value, url: this.origin }))
  }

  private orgHeader(): Record<string, string> {
    return this.orgId === "" ? {} : { "x-botwright-org": this.orgId }
  }

  async mutate(name: string, input: unknown): Promise<unknown> {
    const response = await this.fetch(`/api/trpc/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.orgHeader() },
      body: JSON.stringify(input),
    })
    const body = (await response.json()) as { result?: { data: unknown }; error?: unknown }
    expect(response.status, `${name}: ${JSON.stringify(body.error)}`).toBe(200)
    return body.result?.data
  }

  /** Makes a bot of a source text and publishes it; gives its public name. */
  async publish(name: string, source: string): Promise<string> {
    const bot = (await this.mutate("bots.create", { name, template: "empty" })) as {
      id: string
      slug: string
    }
    const saved = await this.saveSource(bot.id, source)
    const published = (await this.mutate("bots.publish", {
      botId: bot.id,
      baseRevision: saved.revision,
    })) as { ok: boolean }
    expect(published.ok, `${name} compiles`).toBe(true)
    return bot.slug
  }

  /** Replaces the draft of a bot's program; cards are placed automatically. */
  async saveSource(botId: string, source: string): Promise<{ revision: number }> {
    const query = encodeURIComponent(JSON.stringify({ botId }))
    const loaded = await this.fetch(`/api/trpc/bots.loadDraft?input=${query}`, {
      headers: this.orgHeader(),
    })
    const draft = ((await loaded.json()) as { result: { data: { revision: number } } }).result.data
    const layout = { version: 1, stepIds: [], groups: {}, titles: {} }
    return (await this.mutate("bots.saveDraft", {
      botId,
      source,
      layout,
      baseRevision: draft.revision,
    })) as {
      revision: number
    }
  }
}
