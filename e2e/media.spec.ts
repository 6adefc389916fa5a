/** What a visitor sends is read, and what a model wants done waits for a person. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { inspectPage, watchComplaints } from "./pages/inspect.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const origin = process.env.BASE_URL ?? ""

test("a document sent in the widget is quoted by the bot", async ({ page }) => {
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish(
    "Reader",
    'HEAR d AS DOCUMENT WITH "Your contract, please."\nTALK "It says: " + d.text\n',
  )
  const shop = await VisitorPage.serve(origin, `data-bot="${slug}"`)
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  await expect(widget.botSays("Your contract, please.")).toBeVisible()
  await page.locator("botwright-chat input[type=file]").setInputFiles({
    ...{ name: "contract.txt", mimeType: "text/plain" },
    buffer: Buffer.from("The contract ends on the last day of May."),
  })
  await expect(widget.botSays("It says: The contract ends on the last day of May.")).toBeVisible()
  await shop.stop()
})

test("the models of an account, and who finds by meaning, are chosen in every look", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  await session.publish("Shop", 'TALK "Hi"\n')
  await session.mutate("models.saveAccount", {
    ...{ provider: "openai", key: "sk-test", models: { default: "gpt-4o-mini" } },
  })
  await context.addCookies(session.cookies())
  await page.goto("/settings/models")
  await page.getByRole("button", { name: "Change", exact: true }).click()
  await page.getByRole("button", { name: "More models" }).click()
  await page.getByLabel("Voice").fill("nova")
  await inspectPage(page, "models-more")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("dialog")).toBeHidden()
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Shop" }).click()
  await page.getByRole("menuitem", { name: "Knowledge" }).click()
  await page.getByRole("button", { name: "New knowledge base" }).first().click()
  await page.getByLabel(/^Name/).fill("Handbook")
  await page.getByRole("button", { name: "Create" }).click()
  await expect(page.getByLabel("Finds by meaning with")).toHaveValue("The built-in model")
  for (const look of [
    { name: "dark", scheme: "dark", width: 1440 },
    { name: "phone", scheme: "light", width: 375 },
  ] as const) {
    await page.emulateMedia({ colorScheme: look.scheme })
    await page.setViewportSize({ width: look.width, height: 800 })
    await inspectPage(page, `embedder-${look.name}`)
  }
  expect(complaints).toEqual([])
})
