/** What a bot knows: documents go in by hand, are cut into passages, and are found when somebody asks. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""
const handbook = `# Repair shop

## Opening hours

The shop is open from nine in the morning until six in the evening, Monday to Friday.

## Bicycles

A flat tyre is repaired while you wait and costs twelve euros.
`
const file = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
})

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("documents are uploaded, read with progress, looked into and asked, in every look", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  await session.publish("Shop", 'TALK "Hello"\n')
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Shop" }).click()
  await page.getByRole("menuitem", { name: "Knowledge" }).click()
  await expect(page.getByRole("heading", { name: "Nothing known yet" })).toBeVisible()
  await inspectPage(page, "knowledge-empty")
  await page.getByRole("button", { name: "New knowledge base" }).first().click()
  await page.getByLabel("Name").fill("Handbook")
  await page.getByRole("button", { name: "Create" }).click()

  const chooser = page.waitForEvent("filechooser")
  await page.getByRole("button", { name: "Add documents" }).click()
  await (await chooser).setFiles([
    file("handbook.md", handbook),
    file("broken.pdf", "%PDF-1.7 broken"),
  ])
  await expect(page.getByText("The PDF is broken and cannot be read.")).toBeVisible({
    timeout: 20_000,
  })
  const documents = page.getByRole("list", { name: "Documents" })
  await expect(documents.getByText("Ready")).toBeVisible({ timeout: 20_000 })

  await page.getByRole("button", { name: "handbook.md", exact: true }).click()
  await expect(page.getByRole("dialog").getByText("Repair shop > Bicycles")).toBeVisible()
  await page.keyboard.press("Escape")

  await page.getByLabel("Question").fill("What do I pay to get a flat tyre repaired?")
  await page.getByRole("button", { name: "Ask", exact: true }).click()
  await expect(page.getByText("The bot would answer from these.")).toBeVisible()
  await expect(page.getByText("costs twelve euros")).toBeVisible()
  await inspectLooks(page, "knowledge")
  await page.getByLabel("Question").fill("Who won the chess world cup?")
  await page.getByRole("button", { name: "Ask", exact: true }).click()
  await expect(page.getByText("Nothing fits well enough")).toBeVisible()

  await page.getByRole("button", { name: "More for broken.pdf" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("button", { name: "Delete", exact: true }).click()
  await expect(page.getByRole("button", { name: "broken.pdf", exact: true })).toBeHidden()
  expect(complaints).toEqual([])
})
