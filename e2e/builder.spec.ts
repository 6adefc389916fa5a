import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const product = process.env.BASE_URL ?? ""
const password = "green-harbor-violin-41"
const newEmail = (name: string) =>
  `${name}-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`

/** A new person with a bot of their own, in the builder. */
async function openBuilder(page: Page, template: "Welcome people" | "Start from scratch") {
  const account = new AccountPage(page)
  await account.signUp("Grace Hopper", newEmail("builder"), password)
  await account.start(template)
  const builder = new BuilderPage(page)
  await builder.ready()
  return builder
}

test("undo and redo lead through changes of the drawing and of the text, in the order they were made", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  await builder.show("Both")
  await builder.openStep(builder.step("Hello!"))
  await builder.set("Text", "First change")
  await builder.type('TALK "First change"', 'TALK "Second change"')
  await expect(builder.step("Second change")).toBeVisible()
  await builder.openStep(builder.step("Second change"))
  await page.keyboard.press("ControlOrMeta+D")
  await expect(builder.step("Second change")).toHaveCount(2)

  await page.keyboard.press("ControlOrMeta+Z")
  await expect(builder.step("Second change")).toHaveCount(1)
  for (let times = 0; times < 20 && !(await builder.source()).includes("First change"); times += 1)
    await page.keyboard.press("ControlOrMeta+Z")
  await expect(builder.step("First change")).toBeVisible()
  await page.keyboard.press("ControlOrMeta+Z")
  await expect(builder.step("Hello!")).toBeVisible()
  for (let times = 0; times < 24; times += 1) await page.keyboard.press("ControlOrMeta+Shift+Z")
  await expect(builder.step("Second change")).toHaveCount(2)
})

test("a mistake in the text is shown at its step and its line, and the drawing is whole again once it is put right", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  await builder.show("Both")
  await builder.type('TALK "Hello!"', "HEAR name AS")
  const broken = builder.step("Does not read")
  await expect(broken).toContainText("HEAR name AS")
  await expect(broken).toContainText("has a problem")
  await page
    .getByRole("button", { name: /problem/ })
    .first()
    .click()
  const problem = page.getByRole("tabpanel", { name: "Problems" }).getByRole("listitem").first()
  await expect(problem).toContainText("Line 1")
  await page.screenshot({ path: "test-output/builder/broken-step.png" })
  await problem.getByRole("button").first().click()
  await builder.type("HEAR name AS", "HEAR name AS NAME")
  await expect(broken).toHaveCount(0)
  await expect(builder.step("Ask for name")).toBeVisible()
})

test("a small flow is built, connected, changed and looked through with the keyboard alone", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  const keys = page.keyboard
  await builder.step("Hello!").focus()
  await keys.press("/")
  await keys.type("ask for an e-mail")
  await keys.press("Enter")
  const ask = builder.step("Ask for email")
  await expect(ask).toBeVisible()

  await ask.focus()
  await keys.press("Alt+ArrowUp")
  await expect(page.locator("[data-step]").first()).toContainText("Ask for email")
  await expect(ask).toBeFocused()
  await keys.press("Alt+ArrowDown")
  await expect(page.locator("[data-step]").last()).toContainText("Ask for email")
  await keys.press("ArrowUp")
  await expect(builder.step("Hello!")).toBeFocused()
  await keys.press("Enter")
  await expect(builder.setting("Text")).toBeFocused()
  await keys.press("ControlOrMeta+A")
  await keys.type("Good morning!")
  await keys.press("Escape")
  await expect(builder.step("Good morning!")).toBeFocused()

  await builder.end(builder.group("Start")).focus()
  await keys.press("Enter")
  await expect(page.getByRole("dialog", { name: "Where it goes on" })).toBeVisible()
  await keys.type("new group")
  await keys.press("Enter")
  await keys.type("offer a choice")
  await keys.press("Enter")
  const menu = builder.group("Offer a choice")
  await expect(menu).toBeVisible()
  await builder.outlet(menu, "Yes").focus()
  await keys.press("Enter")
  await keys.type("start")
  await keys.press("Enter")
  await expect(menu.locator("li", { hasText: "Yes" })).toHaveAttribute("data-connected")
  await builder.outlet(menu, "No").focus()
  await keys.press("Enter")
  await keys.type("end the")
  await keys.press("Enter")
  await expect(menu.locator("li", { hasText: "No" })).toHaveAttribute("data-connected")

  const way = page.getByRole("group", { name: "From Offer a choice to Start" })
  await way.focus()
  await keys.press("Delete")
  await expect(menu.locator("li", { hasText: "Yes" })).not.toHaveAttribute("data-connected")
  await builder.step("Good morning!").focus()
  await keys.press("?")
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible()
  await keys.press("Escape")
  await builder.openStep(builder.step("Good morning!"))
  await keys.press("Delete")
  await expect(builder.step("Good morning!")).toHaveCount(0)
  await keys.press("ControlOrMeta+Z")
  await expect(builder.step("Good morning!")).toBeVisible()
})

test("what the program refuses stays in its field with the reason, and the program stays as it is", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  await builder.step("Hello!").focus()
  await page.keyboard.press("/")
  await page.keyboard.type("set a variable")
  await page.keyboard.press("Enter")
  await builder.openStep(builder.step("Set answer"))
  const name = page.getByRole("form").getByRole("combobox", { name: "Keep the answer in" })
  await name.fill("1 2 3")
  await name.blur()
  await expect(name).toHaveValue("1 2 3")
  await expect(name).toHaveAttribute("aria-invalid", "true")
  await expect(builder.step("Set answer")).toBeVisible()
})

test("two tabs on the same flow show each other's changes, and undo leads back through one's own", async ({
  page,
  context,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  const other = await context.newPage()
  await other.goto(page.url())
  const second = new BuilderPage(other)
  await second.ready()
  await builder.openStep(builder.step("Hello!"))
  await builder.set("Text", "From the first tab")
  await expect(second.step("From the first tab")).toBeVisible()
  await second.openStep(second.step("From the first tab"))
  await second.set("Text", "From the second tab")
  await expect(builder.step("From the second tab")).toBeVisible()
  await other.getByRole("button", { name: "Undo" }).click()
  await expect(second.step("From the first tab")).toBeVisible()
  await second.saved()
  await page.reload()
  await expect(builder.step("From the first tab")).toBeVisible()
})

test("a step is switched off and on in the drawing and the text, and seen as each channel will show it", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  await builder.show("Both")
  await builder.step("Hello!").click({ button: "right" })
  await page.getByRole("menuitem", { name: "Switch off" }).click()
  await expect(builder.step("Hello!")).toContainText("Off")
  await expect.poll(() => builder.source()).toContain("' @off")
  await inspectPage(page, "builder-switched-off-light")
  await page.getByRole("tab", { name: "Test", exact: true }).click()
  await expect(builder.chat).not.toContainText("Hello!")
  await builder.step("Hello!").focus()
  await builder.openStep(builder.step("Hello!"))
  await page.keyboard.press("d")
  await expect(builder.step("Hello!")).not.toContainText("Off")
  await page.keyboard.press("ControlOrMeta+Z")
  await expect(builder.step("Hello!")).toContainText("Off")
  await page.getByRole("button", { name: "Switch on" }).click()
  await expect.poll(() => builder.source()).not.toContain("@off")

  await builder.type('TALK "Hello!"', 'HEAR a AS "One", "Two", "Three", "Four" WITH "**Which?**"')
  await builder.openStep(builder.step("Which?"))
  const seen = page.getByRole("region", { name: "On each channel" })
  await seen.getByRole("radio", { name: /^WhatsApp/ }).check()
  await expect(seen).toContainText("The choices open as a list")
  await seen.scrollIntoViewIfNeeded()
  await inspectPage(page, "builder-channels-light")
  await seen.getByRole("radio", { name: /^SMS/ }).check()
  await expect(seen.locator("ol > li").nth(3)).toHaveText("Four")
  await expect(seen).toContainText("Bold, italics and code become plain words.")
})

test("changes made without a connection stay and are sent when it is back", async ({
  page,
  context,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  await builder.saved()
  await builder.openStep(builder.step("Hello!"))
  await expect(builder.setting("Text")).toBeVisible()
  await context.setOffline(true)
  await builder.set("Text", "Written on a train")
  await expect(
    page.getByText("No connection. Your changes are kept in this browser."),
  ).toBeVisible()
  await context.setOffline(false)
  await builder.saved()
  await page.reload()
  await expect(builder.step("Written on a train")).toBeVisible()
})

test("a viewer sees the flow and can try it, and nothing offers to change it", async ({ page }) => {
  const owner = await ApiSession.signUp(product)
  const bot = (await owner.mutate("bots.create", { name: "Seen", template: "welcome" })) as {
    id: string
  }
  const email = newEmail("viewer")
  const { link } = (await owner.mutate("orgs.invite", { email, role: "viewer" })) as {
    link: string
  }
  const account = new AccountPage(page)
  await account.signUp("Vera Viewer", email, password)
  await expect(page.getByRole("heading", { name: "What should your bot do?" })).toBeVisible()
  await page.goto(new URL(link).pathname)
  await page.getByRole("button", { name: "Join" }).click()
  await page.waitForURL("**/bots")
  const sent: string[] = []
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()))
  await page.goto(`/bots/${bot.id}`)
  const builder = new BuilderPage(page)
  await builder.ready()
  await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0)
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0)
  await expect(page.getByRole("navigation", { name: "Steps to choose from" })).toHaveCount(0)
  const first = page.locator("[data-step]").first()
  await first.click()
  await expect(page.getByRole("button", { name: "Duplicate" })).toHaveCount(0)
  await expect(builder.setting("Text").first()).toBeDisabled()
  const before = await page.locator("[data-step]").count()
  await page.keyboard.press("Delete")
  await page.keyboard.press("/")
  await expect(page.getByRole("dialog")).toHaveCount(0)
  await expect(page.locator("[data-step]")).toHaveCount(before)
  await page.getByRole("tab", { name: "Test", exact: true }).click()
  await expect(builder.chat.getByText(/./).first()).toBeVisible()
  expect(sent.filter((url) => url.includes("saveDraft"))).toEqual([])
})

test.describe("calmly", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } })

  test("every part of the builder stands finished in every look, fits the screen and is usable with assistive technology", async ({
    page,
  }) => {
    test.slow(true, "six views, each examined whole in three looks")
    const complaints = watchComplaints(page)
    const builder = await openBuilder(page, "Welcome people")
    await builder.saved()
    await inspectLooks(page, "builder-canvas", ["light", "dark"])
    await builder.openStep(builder.step(/./).last())
    await expect(page.getByRole("form", { name: "Settings of the step" })).toBeVisible()
    await inspectLooks(page, "builder-settings")
    await page.getByRole("tab", { name: "Variables" }).click()
    await inspectLooks(page, "builder-variables")
    await page.getByRole("tab", { name: "Test", exact: true }).click()
    await expect(builder.chat).toBeVisible()
    await inspectLooks(page, "builder-test")
    await page.getByRole("button", { name: "Close the panel" }).click()
    await inspectLooks(page, "builder-canvas", ["phone"])
    await builder.show("Source")
    await expect(page.locator(".cm-content")).toBeVisible()
    await inspectLooks(page, "builder-source")
    await page.getByRole("button", { name: "Publish", exact: true }).click()
    await page.getByRole("button", { name: "Publish now" }).click()
    await expect(page.getByRole("dialog", { name: "Your bot is live" })).toBeVisible()
    await inspectLooks(page, "builder-published")
    expect(complaints).toEqual([])
  })
})

test("a bot has several flows: one runs another, a step leads to the flow it runs, and each is kept by itself", async ({
  page,
}) => {
  const builder = await openBuilder(page, "Start from scratch")
  const flows = page.getByRole("button", { name: "Flows", exact: true })
  await flows.click()
  await page.getByRole("menuitem", { name: "Add a flow" }).click()
  await page.getByRole("textbox", { name: "Name of the flow" }).fill("order")
  await page.getByRole("button", { name: "Create", exact: true }).click()
  const shown = page.getByRole("combobox", { name: "Flow", exact: true }).locator("option:checked")
  await expect(shown).toHaveText("order")
  await builder.show("Source")
  await page.locator(".cm-content").click()
  await page.keyboard.type('TALK "From the order"')
  await page.keyboard.press("Escape")
  await builder.saved()

  await page.getByRole("combobox", { name: "Flow", exact: true }).selectOption({ label: "start" })
  await builder.show("Both")
  await builder.type('TALK "Hello!"', 'CALL "order.bas"')
  await page.getByRole("button", { name: "Test", exact: true }).click()
  await expect(builder.chat).toContainText("From the order")
  await builder.openStep(builder.step("order").first())
  await page.getByRole("button", { name: "Open this flow" }).click()
  await expect(shown).toHaveText("order")
  await expect(builder.step("From the order")).toBeVisible()
  await builder.saved()

  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/Version 1 answers/)).toBeVisible({ timeout: 40_000 })
  await page.keyboard.press("Escape")
  await page.reload()
  await builder.ready()
  await page.getByRole("combobox", { name: "Flow", exact: true }).selectOption({ label: "order" })
  await flows.click()
  await page.getByRole("menuitem", { name: "Delete this flow" }).click()
  await expect(page.getByRole("dialog")).toContainText("Published versions keep it")
  await page.getByRole("button", { name: "Delete flow" }).click()
  await expect(page.getByRole("combobox", { name: "Flow", exact: true })).toHaveCount(0)
})
