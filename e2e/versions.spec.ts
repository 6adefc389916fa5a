/**
 * What becomes of a bot over time: published twice, a version named, compared and brought back, staged and
 * promoted; its draft shown to a stranger by a link with a password; the bot taken out of the bin again; and the
 * bell that rings when it stops with an error, and leads to the step.
 */
import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectPage } from "./pages/inspect.ts"

const phone = { width: 375, height: 812 }
const desk = { width: 1440, height: 900 }

/** Keeps pictures of a screen in light, dark and on a phone, each proven usable. */
async function inspect(page: Page, name: string, looks: readonly string[] = ["light", "dark"]) {
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look === "dark" ? "dark" : "light" })
    await page.setViewportSize(look === "phone" ? phone : desk)
    await inspectPage(page, `versions-${name}-${look}`)
  }
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize(desk)
}

test("a bot is published, named, compared, brought back, staged, shared and taken out of the bin", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const account = new AccountPage(page)
  await account.signUp("Vera", `vera-${Date.now()}@example.com`, "green-harbor-violin-41")
  await account.start("Start from scratch")
  const builder = new BuilderPage(page)
  await builder.ready()
  const address = page.url()

  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText("Version 1 answers from now on.")).toBeVisible({ timeout: 40_000 })
  const link = await page.getByLabel("Link to the chat").inputValue()
  await page.keyboard.press("Escape")

  await builder.show("Both")
  await builder.type('TALK "Hello!"', 'TALK "Good day!"')
  await builder.saved()
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  const review = page.getByRole("dialog", { name: "Publish" })
  await expect(review.getByText("What changed since version 1")).toBeVisible()
  await expect(review.getByText('TALK "Hello!"')).toBeVisible()
  await inspect(page, "review", ["light", "dark", "phone"])
  await review.getByText("Name this version").click()
  await review.getByLabel("Name", { exact: true }).fill("Polite")
  await review.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText("Version 2 answers from now on.")).toBeVisible({ timeout: 40_000 })
  await page.keyboard.press("Escape")

  await builder.type('TALK "Good day!"', 'TALK "Ahoy!"')
  await builder.saved()
  await page.getByRole("button", { name: "History" }).click()
  const history = page.getByRole("dialog", { name: "History" })
  await history.getByRole("button", { name: "Save as version" }).click()
  await history.getByLabel("Name", { exact: true }).fill("Sailors")
  await history.getByRole("button", { name: "Save version" }).click()
  await history.getByRole("button", { name: /^Version 1/ }).click()
  await expect(history.getByText("1 changed")).toBeVisible()
  await inspect(page, "history", ["light", "dark", "phone"])
  await history.getByRole("tab", { name: "Text" }).click()
  await expect(history.locator(".cm-mergeView")).toContainText("Ahoy!")
  await inspect(page, "text")
  await history.getByRole("tab", { name: "Canvas" }).click()
  await expect(history.locator("[data-marked=after] [data-step]").first()).toBeVisible()
  await inspect(page, "canvas")
  await history.getByRole("tab", { name: "Conversations" }).click()
  await expect(history.getByText("There are no saved conversations")).toBeVisible()

  await history.getByRole("button", { name: "Bring back" }).click()
  await expect(history).toBeHidden()
  await expect.poll(() => builder.source()).toContain('TALK "Hello!"')
  await page.locator(".react-flow__pane").click()
  await page.keyboard.press("ControlOrMeta+z")
  await expect.poll(() => builder.source()).toContain('TALK "Ahoy!"')
  await builder.saved()
  await page.getByRole("button", { name: "History" }).click()
  await expect(history.getByRole("button", { name: /^Before bringing back/ })).toBeVisible()
  await page.keyboard.press("Escape")

  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await review.getByLabel(/^Staging/).check()
  await review.getByRole("button", { name: "Publish to staging" }).click()
  await expect(page.getByText("Version 3 answers in staging.")).toBeVisible({ timeout: 40_000 })
  await page.keyboard.press("Escape")
  const stranger = await (await browser.newContext({ locale: "en-GB" })).newPage()
  await stranger.goto(link)
  await expect(stranger.getByText("Good day!")).toBeVisible()
  await page.getByRole("button", { name: "History" }).click()
  await history.getByRole("tab", { name: "Staging" }).click()
  await inspect(page, "staging")
  const staged = await history.getByLabel("Link to staging").inputValue()
  await stranger.goto(staged)
  await expect(stranger.getByText("Ahoy!")).toBeVisible()
  await expect(stranger.getByText("Staging: not the bot everybody meets.")).toBeVisible()
  await history.getByRole("button", { name: "Make it live" }).click()
  await expect(history.getByRole("button", { name: "Make it live" })).toBeDisabled()
  await history.getByRole("tab", { name: "Versions" }).click()
  await history.getByRole("button", { name: /^Polite/ }).click()
  await history.getByRole("button", { name: "Make live" }).click()
  await page
    .getByRole("dialog", { name: /Make Polite live/ })
    .getByRole("button", { name: "Make live" })
    .click()
  await expect(history.getByRole("button", { name: /^Polite/ })).toContainText("Live")

  await history.getByRole("tab", { name: "Share" }).click()
  await history.getByLabel("Password (optional)").fill("open sesame")
  await history.getByRole("button", { name: "Make a link" }).click()
  const copy = history.locator("[data-link]")
  await expect(copy).toBeVisible()
  await inspect(page, "share", ["light", "dark", "phone"])
  await stranger.goto((await copy.getAttribute("data-link")) ?? "")
  await stranger.getByLabel("Password", { exact: true }).fill("open sesam")
  await stranger.getByRole("button", { name: "Open" }).click()
  await expect(stranger.getByText("Password not right")).toBeVisible()
  await stranger.getByLabel("Password", { exact: true }).fill("open sesame")
  await stranger.getByRole("button", { name: "Open" }).click()
  await expect(stranger.getByText("This is a preview of a draft.")).toBeVisible()
  await expect(stranger.getByText("Ahoy!")).toBeVisible()
  await inspect(stranger, "preview", ["phone"])
  await history.getByRole("button", { name: "Close", exact: true }).last().click()
  await expect(copy).toHaveCount(0)
  await stranger.reload()
  await expect(stranger.getByText("This link no longer works")).toBeVisible()

  await page.goto("/bots")
  await page.getByRole("button", { name: /^More for/ }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("button", { name: "Delete the bot" }).click()
  await expect(page.getByText("is in the bin.")).toBeVisible()
  expect((await stranger.goto(link))?.status()).toBe(404)
  await page.getByRole("button", { name: "Bin", exact: true }).click()
  await inspect(page, "bin", ["dark"])
  await page.getByRole("button", { name: "Bring back" }).click()
  await expect(page.getByText("The bin is empty.")).toBeVisible()
  await stranger.goto(link)
  await expect(stranger.getByText("Good day!")).toBeVisible()

  await page.goto(address)
  await builder.ready()
  await builder.show("Both")
  await builder.type('TALK "Ahoy!"', "x = 1 / 0")
  await builder.saved()
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await review.getByRole("button", { name: "Publish now" }).click()
  await expect(page.getByText("Version 4 answers from now on.")).toBeVisible({ timeout: 40_000 })
  await stranger.evaluate(() => localStorage.clear())
  await stranger.goto(link)
  await expect(stranger.getByText("The conversation has ended.")).toBeVisible()
  await page.goto("/bots")
  const bell = page.getByRole("button", { name: "1 unread notification" })
  await expect(async () => {
    await page.reload()
    await expect(bell).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await bell.click()
  const told = page.getByRole("link", { name: /Step: x = 1 \/ 0/ })
  await expect(told).toBeVisible()
  await expect(told).toHaveAttribute("href", /flow=start&step=/)
})
