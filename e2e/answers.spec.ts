import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { expectAccessible } from "./pages/expect-accessible.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const product = process.env.BASE_URL ?? ""
const handbook = `# Boat hire

## Opening hours

The boat house opens at nine in the morning and closes at seven in the evening.

## Deposits

We ask for a deposit of forty euros for every canoe. <img src=x onerror="document.title='broken'">
`
const source = `HEAR q WITH "What would you like to know?"
ask:
TALK ANSWER q
HEAR q
GOTO ask
`

/** A published bot with one document, ready to be asked. */
async function openBot(session: ApiSession): Promise<{ id: string; slug: string }> {
  const bot = (await session.mutate("bots.create", { name: "Boats", template: "empty" })) as {
    id: string
    slug: string
  }
  const base = (await session.mutate("knowledge.createBase", {
    botId: bot.id,
    name: "handbook",
  })) as { id: string }
  const form = new FormData()
  form.set("file", new File([handbook], "handbook.md", { type: "text/markdown" }))
  const uploaded = await session.fetch(`/api/dashboard/bots/${bot.id}/knowledge/${base.id}`, {
    method: "POST",
    headers: { "x-botwright-org": session.orgId },
    body: form,
  })
  expect(uploaded.status, await uploaded.text()).toBe(201)
  const query = encodeURIComponent(JSON.stringify({ botId: bot.id, baseId: base.id }))
  await expect
    .poll(
      async () => {
        const listed = await session.fetch(`/api/trpc/knowledge.documents?input=${query}`, {
          headers: { "x-botwright-org": session.orgId },
        })
        return await listed.text()
      },
      { timeout: 20_000 },
    )
    .toContain('"ready"')
  const { revision } = await session.saveSource(bot.id, source)
  await session.mutate("bots.publish", { botId: bot.id, baseRevision: revision })
  return bot
}

test("a bot without a model answers from its document, and its source opens in the widget and on its page", async ({
  page,
}) => {
  const session = await ApiSession.signUp(product)
  const bot = await openBot(session)
  const shop = await VisitorPage.serve(product, `data-bot="${bot.slug}" data-title="Boats"`)
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  await expect(widget.botSays("What would you like to know?")).toBeVisible()
  await widget.say("How much is the deposit for a canoe?")
  await expect(widget.botSays(/handbook.*forty euros.*\[1\]/s)).toBeVisible()
  const source = page.locator("botwright-chat .source").first()
  await source.click()
  const passage = page.locator("botwright-chat .passage")
  await expect(passage).toContainText("We ask for a deposit of forty euros for every canoe.")
  expect(await page.title()).toBe("A shop")
  await page.screenshot({ path: "test-output/answers/widget-source.png" })
  await widget.say("Who won the chess championship in 1972?")
  await expect(widget.botSays(/I do not know that/)).toBeVisible()
  await expect(page.locator("botwright-chat .sources")).toHaveCount(1)
  await shop.stop()

  await page.goto(`${product}/c/${bot.slug}`)
  await page.getByRole("textbox").fill("When does the boat house open?")
  await page.keyboard.press("Enter")
  const cited = page.getByRole("group", { name: "Sources" }).getByRole("button").first()
  await cited.click()
  await expect(page.getByText("closes at seven in the evening").last()).toBeVisible()
  await expect(cited).toHaveAttribute("aria-expanded", "true")
  await expectAccessible(page, "hosted answer")
  await page.screenshot({ path: "test-output/answers/hosted-source.png" })
  await page.emulateMedia({ colorScheme: "dark" })
  await page.setViewportSize({ width: 375, height: 720 })
  await page.screenshot({ path: "test-output/answers/hosted-source-phone-dark.png" })
})

test("an account with a provider is added without its key ever coming back, tested, and given a budget", async ({
  page,
}) => {
  const session = await ApiSession.signUp(product)
  await page.context().addCookies(session.cookies())
  await page.goto(`${product}/settings/models`)
  await expect(page.getByText("No account yet")).toBeVisible()
  await page.screenshot({ path: "test-output/answers/models-empty.png" })
  await page.getByRole("button", { name: "Add an account" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Key", { exact: true }).fill("sk-very-secret-canary")
  await dialog.getByLabel(/^Model/).fill("gpt-4o-mini")
  await page.screenshot({ path: "test-output/answers/models-dialog.png" })
  await dialog.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Key stored")).toBeVisible()
  await page.getByRole("button", { name: "Change", exact: true }).click()
  await expect(dialog.getByLabel("Key", { exact: true })).toHaveValue("")
  await page.keyboard.press("Escape")
  await page.getByLabel("Each conversation", { exact: true }).fill("2")
  // That the account was saved may still stand on the screen: the answer for the budget is waited for.
  const kept = page.waitForResponse(/models\.setBudget/)
  await page.getByRole("button", { name: "Save: Each conversation" }).click()
  expect((await kept).ok()).toBe(true)
  await expect(page.getByText("Saved.", { exact: true }).last()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Each conversation", { exact: true })).toHaveValue("$2")
  expect(await page.content()).not.toContain("sk-very-secret-canary")
  await expectAccessible(page, "models", { part: "main" })
  await page.screenshot({ path: "test-output/answers/models.png", fullPage: true })
  await page.emulateMedia({ colorScheme: "dark" })
  await page.setViewportSize({ width: 375, height: 720 })
  await page.screenshot({ path: "test-output/answers/models-phone-dark.png", fullPage: true })
})
