/** Two people build one flow at once: they see each other, one is away for a while, and nothing is lost. */
import { type Browser, expect, type Page, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectPage, watchComplaints } from "./pages/inspect.ts"

const product = process.env.BASE_URL ?? ""
const source = 'TALK "Hello"\nwho:\nHEAR name AS NAME WITH "Who are you?"\nTALK "Hi " + name\n'

async function open(browser: Browser, session: ApiSession, botId: string) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 } })
  await context.addCookies(session.cookies())
  const page = await context.newPage()
  const complaints = watchComplaints(page)
  await page.goto(`${product}/bots/${botId}`)
  const builder = new BuilderPage(page)
  await builder.ready()
  return { page, builder, context, complaints }
}

const textOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".cm-line")].map((line) =>
      [...line.childNodes]
        .map((node) => (node instanceof HTMLElement && node.dataset.name ? "" : node.textContent))
        .join(""),
    ),
  )

/** Two people of one organization with the same flow open. */
async function openBoth(browser: Browser) {
  const owner = await ApiSession.signUp(product, "Ana Sousa")
  const bot = (await owner.mutate("bots.create", { name: "Desk", template: "empty" })) as {
    id: string
  }
  await owner.saveSource(bot.id, source)
  const ana = await open(browser, owner, bot.id)
  const other = await ApiSession.signUpBeside(owner, "Ben Okafor")
  const ben = await open(browser, other, bot.id)
  const close = async () => {
    expect([...ana.complaints, ...ben.complaints]).toEqual([])
    await ana.context.close()
    await ben.context.close()
  }
  return { ana, ben, close }
}

test("two people edit one flow at once, one of them without a network for a while, and nothing is lost", async ({
  browser,
}) => {
  const { ana, ben, close } = await openBoth(browser)
  await expect(ana.page.getByRole("button", { name: "Follow Ben Okafor" })).toBeVisible()
  await expect(ben.page.getByRole("button", { name: "Follow Ana Sousa" })).toBeVisible()
  await expect(ana.page.getByText("Ben Okafor is here now")).toBeAttached()

  // What one selects is outlined for the other, and so is the pointer.
  await ben.builder.openStep(ben.builder.step("Hi").first())
  const seen = ana.page.locator("[data-drop-step]", { hasText: "Ben Okafor" })
  await expect(seen).toContainText("Hi")
  await expect(ana.page.locator("svg + span", { hasText: "Ben Okafor" })).toBeVisible()

  await ana.builder.show("Both")
  await ben.builder.show("Both")
  await ana.builder.type('TALK "Hello"', 'TALK "Hello from Ana"')
  await expect(ben.builder.step("Hello from Ana")).toBeVisible()
  await expect(ben.page.locator('.bw-caret[data-name="Ana Sousa"]')).toBeVisible()

  await ben.context.setOffline(true)
  await ben.builder.type('TALK "Hi " + name', 'TALK "Hi from Ben, " + name')
  await expect(ben.page.getByText("Your changes are kept in this browser")).toBeVisible()
  await ana.builder.type(
    'HEAR name AS NAME WITH "Who are you?"',
    'HEAR name AS NAME WITH "Your name?"',
  )
  await ana.builder.saved()
  await ben.context.setOffline(false)
  await expect(ben.builder.step("Your name?")).toBeVisible()
  await expect(ana.builder.step("Hi from Ben")).toBeVisible()
  expect(await textOf(ana.page)).toEqual(await textOf(ben.page))
  await ben.builder.saved()
  // Each takes back what was theirs.
  await ana.page.keyboard.press("ControlOrMeta+z")
  await expect(ben.builder.step("Who are you?")).toBeVisible()
  await expect(ben.builder.step("Hi from Ben")).toBeVisible()
  await close()
})

test("a comment on a step names somebody, who answers and settles it; whoever leaves is gone", async ({
  browser,
}) => {
  const { ana, ben, close } = await openBoth(browser)
  await ana.builder.openStep(ana.builder.step("Hi").first())
  await ana.page.getByRole("button", { name: "Comments" }).click()
  const field = ana.page.getByRole("textbox", { name: "Write a comment" })
  await field.fill("Is this polite enough, @Be")
  await ana.page.getByRole("option", { name: "Ben Okafor" }).click()
  await expect(field).toHaveValue("Is this polite enough, @Ben Okafor ")
  await ana.page.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(ana.page.getByRole("listitem").filter({ hasText: "@Ben Okafor" })).toHaveCount(2)
  await inspectPage(ana.page, "together")
  const bens = ben.page.getByRole("button", { name: "Comments, 1 not read" })
  await expect(bens).toBeVisible()
  await ben.page.getByRole("button", { name: "1 comment", exact: true }).click()
  await ben.page.getByRole("textbox", { name: "Reply" }).fill("It is now.")
  await ben.page.getByRole("button", { name: "Reply", exact: true }).click()
  await expect(ana.page.getByText("It is now.")).toBeVisible()
  await ben.page.getByRole("button", { name: "Resolve" }).click()
  await expect(ana.page.getByRole("button", { name: "Open again" })).toBeVisible()
  await ana.page.getByText("Resolved", { exact: true }).click()
  await expect(ana.page.getByText("It is now.")).toBeVisible()
  await ana.page.setViewportSize({ width: 375, height: 760 })
  await inspectPage(ana.page, "together-phone")
  await ana.page.getByRole("button", { name: "Close the comments" }).click()

  await ben.page.goto("about:blank")
  await expect(ana.page.getByRole("button", { name: "Follow Ben Okafor" })).toBeHidden()
  await close()
})
