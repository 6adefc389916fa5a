/** Two people build one flow at once: they see each other, one is away for a while, and nothing is lost. */
import { type Browser, expect, type Page, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { watchComplaints } from "./pages/inspect.ts"

const product = process.env.BASE_URL ?? ""
const source = 'TALK "Hello"\nask:\nHEAR name AS NAME WITH "Who are you?"\nTALK "Hi " + name\n'

async function open(browser: Browser, session: ApiSession, botId: string) {
  const context = await browser.newContext()
  await context.addCookies(session.cookies())
  const page = await context.newPage()
  const complaints = watchComplaints(page)
  await page.goto(`${product}/bots/${botId}`)
  const builder = new BuilderPage(page)
  await builder.ready()
  return { page, builder, context, complaints }
}

const textOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll(".cm-line")].map((line) => line.textContent))

test("two people edit one flow at once, one of them without a network for a while, and nothing is lost", async ({
  browser,
}) => {
  const owner = await ApiSession.signUp(product, "Ana Sousa")
  const bot = (await owner.mutate("bots.create", { name: "Desk", template: "empty" })) as {
    id: string
  }
  await owner.saveSource(bot.id, source)
  const ana = await open(browser, owner, bot.id)
  const ben = await open(browser, await ApiSession.signUpBeside(owner, "Ben Okafor"), bot.id)
  await ana.builder.show("Both")
  await ben.builder.show("Both")
  await ana.builder.type('TALK "Hello"', 'TALK "Hello from Ana"')
  await expect(ben.builder.step("Hello from Ana")).toBeVisible()
  await ben.context.setOffline(true)
  await ben.builder.type('TALK "Hi " + name', 'TALK "Hi from Ben, " + name')
  await ana.builder.type(
    'HEAR name AS NAME WITH "Who are you?"',
    'HEAR name AS NAME WITH "Your name?"',
  )
  await ana.builder.saved()
  await expect(ben.page.getByText("Your name?")).toHaveCount(0)
  await ben.context.setOffline(false)
  await expect(ben.builder.step("Your name?")).toBeVisible()
  await expect(ana.builder.step("Hi from Ben")).toBeVisible()
  expect(await textOf(ana.page)).toEqual(await textOf(ben.page))
  expect([...ana.complaints, ...ben.complaints]).toEqual([])
})
