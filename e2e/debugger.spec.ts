/** The debugger of the test chat, saved tests and figures on the canvas; a real conversation, and what it collected. */
import { readFile } from "node:fs/promises"
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""
const program = `TALK "Welcome"
HEAR name WITH "Your name?"
HEAR guests AS INTEGER WITH "How many?"
IF guests > 4 THEN
    TALK "A large table for \${name}"
ELSE
    TALK "A small table for \${name}"
END IF
price = GET "https://shop.example/price"
TALK "It costs \${price}"
`

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("a draft is stopped, looked into, changed, taken back, asked why, kept as a test and painted", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  await session.publish("Table", program)
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("link", { name: "Table" }).click()
  const builder = new BuilderPage(page)
  await builder.ready()
  const say = async (text: string) => {
    await builder.chat.getByRole("textbox").fill(text)
    await page.keyboard.press("Enter")
  }
  const asks = builder.step("guests > 4")
  await asks.locator("xpath=..").getByRole("button", { name: "Stop here" }).click()
  await say("Ana")
  await say("6")
  const strip = page.getByRole("region", { name: "The bot stands still" })
  await expect(strip).toContainText("Stopped before")
  await expect(asks).toHaveAttribute("aria-current", "step")
  await inspectPage(page, "debugger-stopped")

  await page.getByRole("button", { name: /^guests\s*6$/ }).click()
  await page.getByRole("textbox", { name: "guests" }).fill("2")
  await page.getByRole("button", { name: "Set", exact: true }).click()
  await page.keyboard.press("F10")
  await expect(builder.step("A small table for")).toHaveAttribute("aria-current", "step")
  await page.keyboard.press("F8")
  await expect(builder.chat).toContainText("A small table for Ana")
  await builder.chat.getByText("A small table for Ana").hover()
  const bubble = builder.chat.locator("[data-from=bot]", { hasText: "A small table for Ana" })
  await bubble.getByRole("button", { name: "Why did it say that?" }).click()
  const why = page.getByRole("region", { name: "Why did it say that?" })
  await expect(why).toContainText("guests > 4")
  await expect(why).toContainText("was not true")
  await page.mouse.move(600, 700)
  await expect(page.getByRole("tooltip")).toHaveCount(0)
  await inspectPage(page, "debugger-why")
  await why.getByRole("button", { name: "guests > 4" }).click()
  await expect(asks).toHaveAttribute("aria-pressed", "true")

  await page.getByRole("tab", { name: "Test", exact: true }).click()
  const mine = builder.chat.locator("[data-from=contact]", { hasText: "Ana" })
  await mine.hover()
  await mine.getByRole("button", { name: "Go back here and answer differently" }).click()
  await say("Zoë")
  await page.getByRole("button", { name: "How the world answers" }).click()
  await page.getByLabel("Web requests and services").selectOption("ask")
  await page.keyboard.press("Escape")
  await say("7")
  await page.keyboard.press("F8")
  await expect(strip).toContainText("GET: what should it get?")
  await strip.getByLabel("What it gives").fill("12")
  await strip.getByRole("button", { name: "Answer", exact: true }).click()
  await expect(builder.chat).toContainText("It costs 12")

  await page.getByRole("button", { name: "Saved tests" }).click()
  const tests = page.getByRole("dialog", { name: "Saved tests" })
  await tests.getByLabel("Name of the test").fill("A large table")
  await tests.getByRole("button", { name: "Save this conversation as a test" }).click()
  await expect(tests.getByRole("status")).toContainText("1 of 1 passed")
  await inspectPage(page, "debugger-tests")
  await tests.getByRole("button", { name: "Close" }).click()
  await page.getByRole("button", { name: "Figures on the canvas" }).click()
  await page.getByRole("menuitemradio", { name: "What the tests reach" }).click()
  await expect(builder.step("A large table for")).toContainText("Tests come here: 1")
  await expect(builder.step("A small table for")).toContainText("No test comes here")
  await inspectPage(page, "debugger-coverage")
  expect(complaints).toEqual([])
})

test("a real conversation is found, gone through turn by turn, held again with the draft, and a row of the results", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish("Table", program.replace(/price = [\s\S]*$/, ""))
  await talk(session, slug, ["=1+1", "6"])
  await talk(session, slug, ["Bea", "2"])
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Table" }).click()
  await page.getByRole("menuitem", { name: "Conversations" }).click()
  await expect(page.getByRole("link", { name: /A small table for Bea/ })).toBeVisible()
  await inspectLooks(page, "conversations")
  await page.getByLabel("Words that were said").fill("large")
  await expect(page.getByRole("link", { name: /small table/ })).toBeHidden()
  await page.getByRole("link", { name: /A large table/ }).click()

  const values = page.getByRole("region", { name: "What the bot knew" })
  await expect(values).toContainText("guests")
  await expect(page.getByText("Turn 3 of 3")).toBeVisible()
  await expect(page.locator("[data-visited]", { hasText: "A large table for" })).toBeVisible()
  await expect(page.locator("[data-visited]", { hasText: "A small table for" })).toHaveCount(0)
  await inspectLooks(page, "conversation")
  await page.getByRole("button", { name: "Previous turn" }).click()
  await expect(values).not.toContainText("guests")
  await expect(page.locator("[data-visited]", { hasText: "A large table for" })).toHaveCount(0)

  await page.getByRole("link", { name: "Replay on the draft" }).click()
  await expect(page.getByText("The draft says the same as then.")).toBeVisible()

  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Table" }).click()
  await page.getByRole("menuitem", { name: "Results" }).click()
  const table = page.getByRole("region", { name: "Results" }).getByRole("table")
  await expect(table.getByRole("row")).toHaveCount(3)
  await table.getByRole("button", { name: "guests" }).click()
  await expect(table.getByRole("row").nth(1)).toContainText("Bea")
  await inspectLooks(page, "results")
  await page.getByRole("button", { name: "Download" }).click()
  const download = page.waitForEvent("download")
  await page.getByRole("menuitem", { name: "Download CSV" }).click()
  const file = await download
  const text = await readFile(await file.path(), "utf8")
  expect(text).toContain(",2,Bea")
  expect(text).toContain("'=1+1")
  expect(complaints).toEqual([])
})

async function talk(session: ApiSession, slug: string, texts: readonly string[]) {
  const started = await session.fetch(`/api/v1/bots/${slug}/conversations`, { method: "POST" })
  const { conversation } = (await started.json()) as { conversation: { id: string; token: string } }
  for (const [place, text] of texts.entries())
    await session.fetch(`/api/v1/conversations/${conversation.id}/messages`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${conversation.token}`,
        "content-type": "application/json",
        "idempotency-key": `${conversation.id}-${place}`,
      },
      body: JSON.stringify({ text }),
    })
}
