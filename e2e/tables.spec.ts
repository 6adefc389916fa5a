/** Tables of a bot: a conversation saves a row, a person looks, corrects, adds, deletes and downloads. */
import { readFile } from "node:fs/promises"
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""
const program = `TABLE Guests
  Id integer key
  Name string(40)
  Seats integer
END TABLE
INSERT INTO guests WITH name = "Ana", seats = 2
INSERT INTO guests WITH name = "=1+1", seats = 8
TALK "Saved."
`

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("rows are found, corrected, added, deleted and downloaded, in every look", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  await session.publish("Empty", 'TALK "Hi"\n')
  const slug = await session.publish("Shop", program)
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Empty" }).click()
  await page.getByRole("menuitem", { name: "Tables" }).click()
  await expect(page.getByRole("heading", { name: "No tables yet" })).toBeVisible()
  await inspectPage(page, "tables-empty")

  await session.fetch(`/api/v1/bots/${slug}/conversations`, { method: "POST" })
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Shop" }).click()
  await page.getByRole("menuitem", { name: "Tables" }).click()
  const grid = page.getByRole("region", { name: "guests" })
  await expect(grid.getByRole("cell", { name: "Ana" })).toBeVisible()
  await inspectLooks(page, "tables")

  await page.getByRole("button", { name: "Add row" }).click()
  await page.getByLabel("Name").fill("Zoë")
  await page.getByLabel("Seats").fill("many")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("takes whole numbers")).toBeVisible()
  await page.getByLabel("Seats").fill("4")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(grid.getByRole("cell", { name: "Zoë" })).toBeVisible()

  await page.getByLabel("Filter").fill("Seats > 3 AND Name = 'Zoë'")
  await page.getByRole("button", { name: "Find" }).click()
  await expect(grid.getByRole("cell", { name: "Ana" })).toBeHidden()
  await grid.getByRole("button", { name: "More for 3" }).click()
  await page.getByRole("menuitem", { name: "Edit" }).click()
  await page.getByLabel("Seats").fill("5")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(grid.getByRole("cell", { name: "5", exact: true })).toBeVisible()
  await grid.getByRole("button", { name: "More for 3" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("button", { name: "Delete row" }).click()
  await expect(page.getByRole("heading", { name: "No rows" })).toBeVisible()

  await page.getByLabel("Filter").fill("Name = (")
  await page.getByRole("button", { name: "Find" }).click()
  await expect(page.getByText("it ends too early")).toBeVisible()
  await page.getByLabel("Filter").fill("")
  await page.getByRole("button", { name: "Find" }).click()
  await grid.getByRole("button", { name: "Seats" }).click()
  await grid.getByRole("button", { name: "Seats" }).click()
  await expect(grid.getByRole("row").nth(1)).toContainText("=1+1")
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download CSV" }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe("guests.csv")
  expect(await readFile(await file.path(), "utf8")).toBe(
    "\uFEFFId,Name,Seats\n1,Ana,2\n2,'=1+1,8\n",
  )
  // The refusals that were asked for are in the browser's log, and nothing else.
  expect(complaints.filter((text) => !/422/.test(text))).toEqual([])
})
