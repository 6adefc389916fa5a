/**
 * The first bot of somebody who has never programmed: found in the gallery, tried before it is theirs, and opened
 * already talking.
 */
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"

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
  await page.setViewportSize({ width: 1280, height: 800 })
}

const seriousFindings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
}

test.setTimeout(180_000)
test("a whole bot is found in the gallery, tried in two languages, and opens already talking", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  const account = new AccountPage(page)
  await account.signUp("Rita", `starters-${Date.now()}@example.org`, "a good long secret")
  await expect(page.getByRole("heading", { name: "What should your bot do?" })).toBeVisible()
  const gallery = page.getByRole("region", { name: "Bots to begin with" })
  await expect(gallery.locator("[data-starter]")).toHaveCount(12)
  await expect(gallery.locator("[data-starter] svg path").first()).toBeAttached()
  await shootAll(page, "gallery")
  expect(await seriousFindings(page)).toEqual([])

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
  expect(await seriousFindings(page)).toEqual([])
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
})
