import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectPage, watchComplaints } from "./pages/inspect.ts"

const newEmail = () => `source-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`

async function openSource(page: Page) {
  const account = new AccountPage(page)
  await account.signUp("Grace Hopper", newEmail(), "green-harbor-violin-41")
  await account.start("Start from scratch")
  const builder = new BuilderPage(page)
  await builder.ready()
  await builder.show("Source")
  return builder
}

test("the source view completes, explains, renames, finds, repairs and tidies up", async ({
  page,
}) => {
  const complaints = watchComplaints(page)
  const builder = await openSource(page)
  const keys = page.keyboard
  const editor = page.getByRole("textbox", { name: "The program as BASIC" })
  await editor.click()
  await keys.press("ControlOrMeta+A")
  await keys.type('name = "Ana"\n')

  await test.step("a command is completed with its operands, which are shown while they are written", async () => {
    await keys.type("SET BOT M")
    await expect(page.locator(".cm-tooltip-autocomplete")).toContainText("SET BOT MEMORY")
    await expect(page.locator(".bw-doc").first()).toContainText(
      "Keeps a value that every conversation of this bot can read.",
    )
    await page.getByRole("option", { name: "SET BOT MEMORY" }).click()
    await expect(page.locator(".cm-line", { hasText: 'SET BOT MEMORY "key", value' })).toBeVisible()
    await keys.type("last")
    await expect(page.locator(".bw-signature strong")).toHaveText("{key}")
    await keys.press("Tab")
    await keys.type("name")
    await keys.press("Escape")
    await keys.press("End")
  })

  await test.step("a name is renamed wherever it is meant, and refused where it is taken", async () => {
    await keys.press("Home")
    await keys.press("ArrowUp")
    await keys.press("F2")
    const field = page.getByLabel("New name for name")
    await field.fill("if")
    await keys.press("Enter")
    await expect(
      page.getByRole("alert").filter({ hasText: "if is a word of the language" }),
    ).toBeVisible()
    await field.fill("guest")
    await keys.press("Enter")
    await expect.poll(() => builder.source()).toBe('guest = "Ana"\nSET BOT MEMORY "last", guest')
  })

  await test.step("the places of a name are listed, and lead there", async () => {
    await keys.press("Shift+F12")
    const places = page.getByRole("region", { name: "guest: 2 places" })
    await expect(places.getByRole("button")).toHaveCount(2)
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await expect(places).toHaveCount(0)
    await keys.press("F12")
    await expect(page.locator(".cm-activeLine")).toHaveText('guest = "Ana"')
  })

  await test.step("a finding is repaired with a light bulb's list, and the text is tidied up", async () => {
    await keys.press("ControlOrMeta+End")
    await keys.type('\nif guest == "Ana" then talk guest')
    await keys.press("Escape")
    await expect(page.locator(".bw-bulb").last()).toBeVisible()
    await keys.press("ControlOrMeta+.")
    await expect(page.getByRole("region", { name: "Repairs for this line" })).toBeVisible()
    await keys.press("Enter")
    await keys.press("Shift+Alt+F")
    await expect
      .poll(async () => (await builder.source()).trimEnd())
      .toBe('guest = "Ana"\nSET BOT MEMORY "last", guest\nIF guest = "Ana" THEN TALK guest')
  })

  await test.step("the outline lists what has a name", async () => {
    await keys.press("ControlOrMeta+End")
    await keys.type("\nagain:\nHEAR email AS EMAIL")
    await keys.press("Escape")
    await page.getByRole("button", { name: "Outline" }).click()
    const outline = page.getByRole("navigation", { name: "Outline" })
    await expect(outline.getByRole("button", { name: "email question EMAIL" })).toBeVisible()
    await editor.focus()
    await page.mouse.move(0, 0)
    await expect(page.getByRole("tooltip")).toHaveCount(0)
    await inspectPage(page, "source-view")
  })
  expect(complaints).toEqual([])
})
