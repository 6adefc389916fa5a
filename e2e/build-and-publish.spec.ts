/**
 * The whole way of a person who has never programmed: sign up, draw a conversation by dragging and
 * connecting alone, read and change its text, try it, publish it, and have a visitor of another site
 * hold it in the widget, with a reload in the middle.
 */
import { expect, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const product = process.env.BASE_URL ?? ""
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `test-output/journey/${name}.png` })

/** Start, a menu, three answers and a condition, made with the mouse. */
async function draw(page: Page, builder: BuilderPage) {
  const start = builder.group("Start")
  await builder.dropInto("Ask for a name", start)
  await builder.dropInto("Ask for an e-mail address", start)
  await expect(start.locator("[data-step]")).toHaveCount(3)
  for (let times = 0; times < 4; times += 1)
    await page.getByRole("button", { name: "Zoom out" }).click()
  await builder.moveGroup(start, 236, 150)
  await shoot(page, "1-start")

  await builder.dropAt("Offer a choice", 450, 170)
  const menu = builder.group("Offer a choice")
  await expect(menu).toBeVisible()
  await builder.set("Question", "What is it about?")
  await builder.set("Answer 1", "Sales")
  await builder.set("Answer 2", "Support")
  await builder.connect(builder.end(start), builder.entrance(menu))
  await expect(start.locator("footer")).toHaveAttribute("data-exit", /next|goto/)

  const answers = [
    ["Sales", "Let us talk about prices, ${name}.", 170],
    ["Support", "Support writes to ${email}.", 420],
    ["Other", "I can only do these two.", 600],
  ] as const
  for (const [title, text, y] of answers) {
    await builder.dropAt("Say something", 700, y)
    await builder.rename(builder.group("Say something"), title)
    await builder.group(title).locator("[data-step]").click()
    await builder.set("Text", text)
  }
  await builder.connect(builder.outlet(menu, "Sales"), builder.entrance(builder.group("Sales")))
  await builder.connect(builder.outlet(menu, "Support"), builder.entrance(builder.group("Support")))
  await builder.connect(
    builder.outlet(menu, "Anything else"),
    builder.entrance(builder.group("Other")),
  )
  await builder.connect(builder.end(builder.group("Other")), builder.entrance(menu))
  await builder.connect(builder.end(builder.group("Support")), builder.entrance(menu))

  const sales = builder.group("Sales")
  await builder.dropInto("Decide", sales)
  await builder.setCondition("email", "ends with", "@example.org")
  await builder.dropAt("Say something", 900, 330)
  await builder.rename(builder.group("Say something"), "Known")
  await builder.group("Known").locator("[data-step]").click()
  await builder.set("Text", "Welcome back.")
  await builder.connect(builder.outlet(sales, "Yes"), builder.entrance(builder.group("Known")))
  await builder.connect(builder.outlet(sales, "No"), builder.entrance(menu))
}

test("a person draws a conversation, publishes it, and a visitor of another site holds it", async ({
  page,
}) => {
  test.setTimeout(180_000)
  const account = new AccountPage(page)
  await account.signUp("Grace Hopper", `grace-${Date.now()}@example.com`, "green-harbor-violin-41")
  await account.start("Start from scratch")
  const builder = new BuilderPage(page)
  await builder.ready()
  await draw(page, builder)
  await builder.saved()
  await shoot(page, "2-drawn")

  await builder.show("Both")
  await expect.poll(() => builder.source()).toContain("HEAR email AS EMAIL")
  const source = await builder.source()
  for (const line of [
    "HEAR name AS NAME",
    "GOTO sales",
    'CASE "Support"',
    "GOTO support",
    "GOTO other",
    'IF email ENDS WITH "@example.org" THEN',
  ])
    expect(source).toContain(line)
  await shoot(page, "3-source")

  await page.locator(".cm-line", { hasText: 'TALK "Hello!"' }).click()
  await page.keyboard.press("Home")
  await page.keyboard.press("Shift+End")
  await page.keyboard.type('TALK "Good morning!"')
  await builder.show("Canvas")
  await expect(builder.step("Good morning!")).toBeVisible()

  await page.getByRole("tab", { name: "Test", exact: true }).click()
  await expect(builder.chat.getByText("Good morning!")).toBeVisible()
  const answer = builder.chat.getByRole("textbox")
  await answer.fill("Ana Lima")
  await answer.press("Enter")
  await answer.fill("nonsense")
  await answer.press("Enter")
  await expect(builder.chat.getByText("ana@example.com")).toBeVisible()
  await answer.fill("ana@example.org")
  await answer.press("Enter")
  await expect(page.locator("[data-running]")).toContainText("Sales, Support")
  await builder.chat.getByRole("button", { name: "Sales", exact: true }).click()
  await expect(builder.chat.getByText("Let us talk about prices, Ana Lima.")).toBeVisible()
  await expect(builder.chat.getByText("Welcome back.")).toBeVisible()
  await shoot(page, "4-tested")

  await builder.saved()
  await page.getByRole("button", { name: "Publish" }).click()
  const dialog = page.getByRole("dialog", { name: "Your bot is live" })
  await expect(dialog.getByText("Version 1 answers from now on.")).toBeVisible()
  await shoot(page, "5-published")
  const link = await dialog.getByLabel("Link to the chat").inputValue()
  const slug = new URL(link).pathname.split("/").pop() ?? ""

  const shop = await VisitorPage.serve(product, `data-bot="${slug}"`)
  try {
    await page.goto(shop.origin)
    const widget = new WidgetPage(page)
    await widget.open()
    await expect(widget.botSays("Good morning!")).toBeVisible()
    await widget.say("Ben Silva")
    await widget.say("not an address")
    await expect(widget.botSays("ana@example.com")).toBeVisible()
    await widget.say("ben@example.org")
    await widget.choice("Support").click()
    await expect(widget.botSays("Support writes to ben@example.org.")).toBeVisible()
    await page.reload()
    await widget.open()
    await expect(widget.visitorSaid("Ben Silva")).toHaveCount(1)
    await widget.say("something else entirely")
    await expect(widget.botSays("I can only do these two.")).toBeVisible()
    await widget.choice("Sales").click()
    await expect(widget.botSays("Welcome back.")).toBeVisible()
    await expect(page.getByText("This conversation has ended.")).toBeVisible()
    await shoot(page, "6-visitor")
  } finally {
    await shop.stop()
  }
})
