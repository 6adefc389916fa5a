import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const password = "green-harbor-violin-41"
const newEmail = (name: string) => `${name}-${Date.now()}@example.com`

test.describe("calmly", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } })

  test("every page stands finished in every look, fits the screen and is usable with assistive technology", async ({
    page,
  }) => {
    // Fifteen pages, each examined whole in three looks: a minute, or several on a machine that is busy.
    test.setTimeout(420_000)
    const complaints = watchComplaints(page)
    const inspect = (name: string) => inspectLooks(page, name)
    for (const path of ["/", "/sign-in", "/sign-up", "/reset", "/nowhere"]) {
      await page.goto(path)
      await inspect(path === "/" ? "landing" : path.slice(1))
    }
    const account = new AccountPage(page)
    await account.signUp("Ada Lovelace", newEmail("ada"), password)
    await expect(page.getByRole("heading", { name: "What should your bot do?" })).toBeVisible()
    await inspect("start")
    await account.decideLater()
    await inspect("bots-empty")
    await page.getByRole("button", { name: "New bot" }).click()
    await expect(page.getByRole("dialog", { name: "New bot" })).toBeVisible()
    await inspect("new-bot")
    for (const place of ["organization", "members", "account"]) {
      await page.goto(`/settings/${place}`)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await inspect(`settings-${place}`)
    }
    for (const place of ["inbox", "tasks", "mail"]) {
      await page.goto(`/${place}`)
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible()
      await inspect(`${place}-empty`)
    }
    await page.goto("/c/demo")
    await expect(page.getByText("What is your name?")).toBeVisible()
    await inspect("hosted-chat")
    expect(complaints).toEqual([])
  })
})

test("a person signs up, is refused with reasons, comes back to where they were going, and leaves", async ({
  page,
}) => {
  const account = new AccountPage(page)
  const email = newEmail("grace")
  await account.signUp("Grace Hopper", email, "short")
  await expect(page.getByText("This password is too short.")).toBeVisible()
  await account.signUp("Grace Hopper", email, password)
  await account.decideLater()
  await account.signOut()
  await page.goto("/settings/members")
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fmembers$/)
  await account.signIn(email, "not-the-password")
  await expect(account.problem("Address and password do not match")).toBeVisible()
  await account.signIn(email, password)
  await expect(page).toHaveURL(/\/settings\/members$/)
  await expect(page.getByText("Grace Hopper (you)")).toBeVisible()
  await page.goto("/sign-up")
  await expect(page).toHaveURL(/\/bots$/)
})

test("an invitation makes a member with the role it names, once", async ({ page, browser }) => {
  const account = new AccountPage(page)
  await account.signUp("Ada Lovelace", newEmail("owner"), password)
  await account.decideLater()
  await page.goto("/settings/members")
  await page.getByRole("button", { name: "Invite someone" }).click()
  const guestEmail = newEmail("guest")
  await page.getByLabel("E-mail address").fill(guestEmail)
  await page.getByRole("button", { name: "Make the link" }).click()
  const link = await page.getByLabel("Link of the invitation").inputValue()

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await guest.getByRole("link", { name: "Create an account and join" }).click()
  await guest.getByLabel("Your name").fill("Guest")
  await guest.getByLabel("E-mail address").fill(guestEmail)
  await guest.getByLabel("Password", { exact: true }).fill(password)
  await guest.getByRole("button", { name: "Create account" }).click()
  await guest.getByRole("button", { name: "Join" }).click()
  await expect(guest).toHaveURL(/\/bots$/)
  await expect(guest.getByRole("button", { name: "New bot" }).first()).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByRole("heading", { name: "The link no longer works" })).toBeVisible()
  await guest.context().close()

  await page.reload()
  await expect(page.getByText(guestEmail)).toBeVisible()
  await expect(page.getByRole("combobox", { name: "Role of Guest" })).toHaveValue("Builder")

  await page.goto("/settings/keys")
  await page.getByRole("button", { name: "New key" }).click()
  await page.getByLabel("Name", { exact: true }).fill("Build server")
  await page.getByRole("button", { name: "Make key" }).click()
  const key = await page.getByRole("textbox", { name: "Your new key" }).inputValue()
  const statusOf = async () => {
    const answer = await page.request.get("/api/v1/org/bots", {
      headers: { authorization: `Bearer ${key}` },
    })
    return answer.status()
  }
  expect(await statusOf()).toBe(200)
  await page.getByRole("button", { name: "Done" }).click()
  const row = page.getByRole("listitem").filter({ hasText: "Build server" })
  await expect(row).toContainText(key.slice(0, 9))
  await expect(page.getByText(key)).toHaveCount(0)
  await row.getByRole("button", { name: "Change Build server" }).click()
  await page.getByRole("menuitem", { name: "Revoke" }).click()
  await page.getByRole("button", { name: "Revoke" }).click()
  await expect(row.getByText("Revoked")).toBeVisible()
  expect(await statusOf()).toBe(401)
})

test("language and theme are chosen once and stay after a reload, from right to left too", async ({
  page,
}) => {
  await page.goto("/")
  await page.getByRole("button", { name: "Language" }).click()
  await page.getByRole("menuitemradio", { name: "العربية" }).click()
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl")
  await page.getByRole("button", { name: "المظهر" }).click()
  await page.getByRole("menuitemradio", { name: "داكن" }).click()
  await page.reload()
  await expect(page.locator("html")).toHaveAttribute("lang", "ar")
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark")
  await inspectPage(page, "landing-arabic-dark")
})

test("a bot is renamed and deleted with its consequence named, by keyboard alone", async ({
  page,
}) => {
  const account = new AccountPage(page)
  await account.signUp("Ada Lovelace", newEmail("keys"), password)
  await account.start("Start from scratch")
  await page.goto("/bots")
  await chooseByKeys(page, "More for My bot", "Rename")
  await page.getByRole("textbox", { name: "Name" }).fill("Front desk")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Front desk" })).toBeVisible()
  await chooseByKeys(page, "More for Front desk", "Delete")
  const dialog = page.getByRole("dialog", { name: "Delete this bot?" })
  await expect(dialog).toContainText("For thirty days it lies in the bin")
  await expect(dialog.getByRole("button", { name: "Delete the bot" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "No bots yet" })).toBeVisible()
})

/** Opens a menu and walks to one of its entries, as somebody without a mouse does. */
async function chooseByKeys(page: Page, menu: string, entry: string) {
  await page.getByRole("button", { name: menu }).focus()
  await page.keyboard.press("Enter")
  const item = page.getByRole("menuitem", { name: entry, exact: true })
  await expect(item).toBeVisible()
  const isReached = () => item.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 24 && !(await isReached()); steps += 1)
    await page.keyboard.press("ArrowDown")
  await expect(item).toBeFocused()
  await page.keyboard.press("Enter")
}
