/**
 * The first bot of somebody who has never programmed: found in the gallery, tried before it is theirs, opened
 * already talking, spoken to in another language, copied, and taken out as a file.
 */
import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { expectAccessible } from "./pages/expect-accessible.ts"

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `test-output/starters/${name}.png` })

/** The same screen in light, in dark, and on a phone. */
async function shootAll(page: Page, name: string) {
  await shoot(page, `${name}-light`)
  await page.emulateMedia({ colorScheme: "dark" })
  await shoot(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize({ width: 375, height: 812 })
  await shoot(page, `${name}-phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test.setTimeout(180_000)
test("a whole bot is found, tried, taken, spoken to in Portuguese, copied and exported", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const account = new AccountPage(page)
  await account.signUp("Rita", `starters-${Date.now()}@example.org`, "a good long secret")
  await expect(page.getByRole("heading", { name: "What should your bot do?" })).toBeVisible()
  const gallery = page.getByRole("region", { name: "Bots to begin with" })
  await expect(gallery.locator("[data-starter]")).toHaveCount(12)
  await expect(gallery.locator("[data-starter] svg path").first()).toBeAttached()
  await shootAll(page, "gallery")
  await expectAccessible(page, "gallery of starters")

  await gallery.getByRole("textbox", { name: "Search starters" }).fill("vegan pizza")
  await expect(gallery.getByText("No starter fits")).toBeVisible()
  await gallery.getByRole("textbox", { name: "Search starters" }).fill("")
  await gallery.getByText("Booking", { exact: true }).click()
  await expect(gallery.locator("[data-starter]")).toHaveCount(3)

  await gallery.getByRole("button", { name: /Restaurant reservation/ }).click()
  const trial = page.locator("[data-trial=restaurant]")
  const tried = trial.locator("[data-chat]")
  // The canvas and the machine are fetched with the first look.
  await expect(tried.getByText("Good evening! This is Trattoria Example.")).toBeVisible({
    timeout: 60_000,
  })
  await expect(trial.locator("[data-drop-group]").first()).toBeVisible()
  await tried.getByRole("button", { name: "Opening hours" }).click()
  await expect(tried.getByText(/On Mondays we rest/).first()).toBeVisible()
  await shootAll(page, "trial")
  await expectAccessible(page, "trial of a starter")
  await trial.getByRole("combobox", { name: "Language of the conversation" }).click()
  await page.getByRole("option", { name: "Portuguese" }).click()
  await expect(tried.getByText("Boa noite! Aqui é a Trattoria Example.")).toBeVisible()
  await trial.getByRole("button", { name: "Use this bot" }).click()
  await expect(page).toHaveURL(/\/bots\/bot_/)

  const builder = new BuilderPage(page)
  await builder.ready()
  const chat = page.locator("[data-chat]")
  await expect(chat.getByText("Good evening! This is Trattoria Example.")).toBeVisible()
  await shoot(page, "opened")
  await builder.openStep(builder.step("Good evening!").first())
  const settings = page.getByRole("tabpanel", { name: "Step" })
  const texts = settings.getByRole("region", { name: "In other languages" })
  await texts.getByRole("tab", { name: "Portuguese" }).click()
  await shootAll(page, "texts")
  await builder.set("Text", "Good evening! This is Trattoria Rita.")
  await expect(texts.getByText("The original has changed since").first()).toBeVisible()
  await texts.getByRole("tabpanel").getByRole("textbox").fill("Boa noite! Aqui é a Trattoria Rita.")
  await texts.getByRole("tabpanel").getByRole("textbox").blur()
  await expect(texts.getByText("The original has changed since")).toBeHidden()
  await page.getByRole("tab", { name: /Test/ }).click()
  await expect(chat.getByText("Good evening! This is Trattoria Rita.")).toBeVisible()
  await page.getByRole("combobox", { name: "Language of the conversation" }).click()
  await page.getByRole("option", { name: "Portuguese" }).click()
  await expect(chat.getByText("Boa noite! Aqui é a Trattoria Rita.")).toBeVisible()
  await chat.getByRole("button", { name: "Reservar uma mesa" }).click()
  await expect(chat.getByText("Para quantas pessoas?")).toBeVisible()
  await expect(page.getByText(/^Draft saved|^Saved/).first()).toBeVisible()

  await page.goto("/bots")
  await page.getByRole("button", { name: /Restaurant reservation/ }).click()
  await page.getByRole("menuitem", { name: "Duplicate" }).click()
  await expect(page.getByRole("link", { name: "Restaurant reservation (copy)" })).toBeVisible()
  await page.getByRole("button", { name: /Restaurant reservation \(copy\)/ }).click()
  const saved = page.waitForEvent("download")
  await page.getByRole("menuitem", { name: "Export as a file" }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.zip$/)
  await page.getByRole("button", { name: "Import" }).first().click()
  const dialog = page.getByRole("dialog", { name: "Import a bot" })
  await expect(dialog).toBeVisible()
  const chooser = dialog.locator("input[type=file]")
  await chooser.setInputFiles({
    name: "broken.zip",
    mimeType: "application/zip",
    buffer: Buffer.from("this is no archive"),
  })
  await expect(dialog.getByRole("alert")).toContainText("This is not a package")
  await shootAll(page, "import")
})
