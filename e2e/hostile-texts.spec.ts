/** Whoever writes what: every page shows it as words. */
import { expect, type Page, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { beacon, hostileTexts } from "./pages/hostile-texts.ts"
import { watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""

/** Notes whatever must not happen: a dialog, a script that ran, a request to anybody else. */
function watchHarm(page: Page): string[] {
  const harm: string[] = []
  page.on("dialog", (dialog) => {
    harm.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on("request", (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) harm.push(`request: ${url}`)
  })
  return harm
}

async function expectNoHarm(page: Page, harm: readonly string[], complaints: readonly string[]) {
  expect(await page.evaluate(() => Reflect.get(window, "hit"))).toBeUndefined()
  expect(harm).toEqual([])
  expect(complaints).toEqual([])
}

/** As a text of BASIC; quotes and line breaks have spellings of their own, so others stand for them. */
const inBasic = (text: string) => `"${text.replace(/["\\{}]/g, "'").replace(/[\n\t\0]/g, " ")}"`

async function post(path: string, body: unknown, token?: string) {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  expect(response.status, JSON.stringify(body).slice(0, 200)).toBeLessThan(300)
  return response.json()
}

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("XSS-01 XSS-05 XSS-07 five hundred hostile texts, from visitor and bot, are words in the chat", async ({
  page,
}) => {
  test.slow(true, "a conversation of a thousand messages")
  expect(hostileTexts.length).toBeGreaterThan(500)
  const session = await ApiSession.signUp(origin)
  const labels = hostileTexts.slice(0, 6).map((text) => inBasic(text.slice(0, 60)))
  const slug = await session.publish(
    hostileTexts[0]?.slice(0, 60) ?? "",
    `TALK "Hello " + user.name\nask:\nHEAR x AS ${labels.join(", ")}, *\nTALK x\nGOTO ask\n`,
  )
  const contact = { name: `<img src="${beacon}/name" onerror="top.hit=1">` }
  const { conversation } = await post(`/bots/${slug}/conversations`, { contact })
  const sayable = hostileTexts.map((text) => text.replaceAll("\0", "%00"))
  for (const text of sayable)
    await post(`/conversations/${conversation.id}/messages`, { text }, conversation.token)
  const [harm, complaints] = [watchHarm(page), watchComplaints(page)]
  await page.addInitScript(
    ([key, ticket]) => localStorage.setItem(key ?? "", ticket ?? ""),
    [`botwright:${origin}:${slug}`, JSON.stringify(conversation)],
  )
  await page.goto(`/c/${slug}`)
  const last = sayable.at(-1) ?? ""
  await expect(page.getByText(last, { exact: true }).last()).toBeVisible()
  await page.mouse.wheel(0, -100_000)
  expect(await page.locator("img, iframe, object, embed, video, audio").count()).toBe(0)
  for (const link of await page.locator("botwright-chat a").all())
    expect(await link.getAttribute("href")).toMatch(/^(https?:\/\/[^/]|mailto:|tel:)/)
  await expectNoHarm(page, harm, complaints)
})

test("XSS-01 XSS-07 hostile names and programs are words in the dashboard and the builder", async ({
  page,
}) => {
  const session = await ApiSession.signUp(origin)
  const short = hostileTexts
    .map((text) => text.slice(0, 78))
    .filter((text) => /^[ -~]+$/.test(text))
  await session.mutate("orgs.rename", { name: short[3] })
  for (const name of short.filter((_, at) => at % 60 === 0))
    await session.mutate("bots.create", { name, template: "empty" })
  const lines = hostileTexts.filter((_, at) => at % 8 === 0).map((text) => `TALK ${inBasic(text)}`)
  const slug = await session.publish("Front desk", `${lines.join("\n")}\n`)
  await page.context().addCookies(session.cookies())
  const [harm, complaints] = [watchHarm(page), watchComplaints(page)]
  await page.goto("/bots")
  await expect(page.getByRole("heading", { name: "Front desk" })).toBeVisible()
  await expectNoHarm(page, harm, complaints)
  for (const place of ["organization", "members", "account"]) {
    await page.goto(`/settings/${place}`)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expectNoHarm(page, harm, complaints)
  }
  await page.goto("/bots")
  await page.getByRole("link", { name: "Front desk" }).first().click()
  await expect(page.getByText(lines[0]?.slice(6, 30) ?? "").first()).toBeVisible()
  await expectNoHarm(page, harm, complaints)
  await page.goto(`/c/${slug}`)
  await expect(page.getByText(lines.at(-1)?.slice(6, 40) ?? "").last()).toBeVisible()
  await expectNoHarm(page, harm, complaints)
})
