/** What people want: an intent is taught, its branch is taken in the test chat, and what was missed teaches the bot. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""
const program = `HEAR wish WITH "What can I do for you?"
meant = UNDERSTAND wish
SELECT CASE meant.intent
CASE "book"
    TALK "A table in " + meant.entities.city
CASE "hours"
    TALK "From nine to six."
CASE ELSE
    TALK "I did not understand that."
END SELECT
`
const hours = ["When do you open?", "What are your opening hours?", "Are you open on Sunday?"]

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("an intent is taught, tried, measured, and takes its branch in the test chat", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish("Table", program)
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Table" }).click()
  await page.getByRole("menuitem", { name: "Understanding" }).click()
  await expect(page.getByRole("heading", { name: "No intents yet" })).toBeVisible()
  await inspectPage(page, "understanding-empty")

  const teach = async (name: string, examples: readonly string[]) => {
    await page.getByRole("button", { name: "New intent" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill(name)
    await dialog.getByLabel("Examples, one a line").fill(examples.join("\n"))
    await dialog.getByRole("button", { name: "Save" }).click()
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible()
  }
  await teach("book", [
    "I want to book a table",
    "Can I reserve a table for tonight?",
    "A table for two please",
  ])
  await teach("hours", hours)
  await teach("late", ["Are you open on Sunday, too?", "Is it late?"])
  await expect(page.getByText(/says nearly what/).first()).toBeVisible()

  await page.getByRole("tab", { name: "Entities" }).click()
  await page.getByRole("button", { name: "New entity" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Name").fill("city")
  await dialog.getByLabel("Values, one a line").fill("Lisbon: Lisboa\nPorto")
  await dialog.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("button", { name: "city", exact: true })).toBeVisible()

  await page.getByLabel("Message").fill("please reserve a table for 4 in Lisboa")
  await page.getByRole("button", { name: "Understand", exact: true }).click()
  await expect(page.getByText("Understood as book")).toBeVisible()
  await expect(page.getByRole("definition").filter({ hasText: "Lisbon" })).toBeVisible()
  await page.getByRole("tab", { name: "Intents" }).click()
  await inspectLooks(page, "understanding")

  await page.getByRole("tab", { name: "Test set" }).click()
  await page
    .getByLabel("Messages, one a line")
    .fill("book: a table for tonight\nhours: opening hours on Sunday\n: a joke about cats")
  await page.getByRole("button", { name: "Save" }).click()
  await page.getByRole("button", { name: "Measure" }).click()
  await expect(page.getByText(/of 3 as they should be/)).toBeVisible()
  await expect(page.getByRole("table")).toBeVisible()
  await inspectPage(page, "understanding-tests")

  // The published version was never taught: what it is told is not understood, and teaches the bot.
  const visitor = await context.newPage()
  await visitor.goto(`/c/${slug}`)
  await expect(visitor.getByText("What can I do for you?")).toBeVisible()
  await visitor.getByRole("textbox").fill("could you give me the hours on weekends")
  await visitor.keyboard.press("Enter")
  await expect(visitor.getByText("I did not understand that.")).toBeVisible()
  await visitor.close()

  await page.getByRole("link", { name: "Table", exact: true }).click()
  const builder = new BuilderPage(page)
  await builder.ready()
  const answer = builder.chat.getByRole("textbox")
  await answer.fill("I would like to reserve a table in Porto")
  await answer.press("Enter")
  await expect(builder.chat).toContainText("A table in Porto")
  await expect(builder.chat).not.toContainText("I did not understand")
  expect(complaints).toEqual([])
})
