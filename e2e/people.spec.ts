/** A visitor asks for a person, who answers from the inbox and hands back; what the bot wrote by mail is seen. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { hostileTexts } from "./pages/hostile-texts.ts"
import { inspectPage, watchComplaints } from "./pages/inspect.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const product = process.env.BASE_URL ?? ""
const desk = `
HEAR wish AS TEXT WITH "How can I help?"
SEND MAIL "sales@example.org", "A wish", "Somebody wants: **" + wish + "**"
CREATE TASK "Prepare a quote" WITH assignee = "ana", priority = "high", due = "in 3 days"
TRANSFER TO HUMAN "sales", "high", "Wants: " + wish
TALK "A person will answer."
HEAR more AS TEXT WITH "Anything else?"
TALK "You said " + more
`

test("a visitor is handed to a person and back, and the mail and the task of the bot are seen", async ({
  page,
  browser,
}) => {
  const session = await ApiSession.signUp(product)
  const slug = await session.publish("Desk", desk)
  const shop = await VisitorPage.serve(product, `data-bot="${slug}"`)
  const visitor = await (await browser.newContext()).newPage()
  const complaints = watchComplaints(page)
  try {
    await visitor.goto(shop.origin)
    const widget = new WidgetPage(visitor)
    await widget.open()
    await expect(widget.botSays("How can I help?")).toBeVisible()
    await widget.say("A quote")
    await expect(widget.botSays("A person will answer.")).toBeVisible()

    await page.context().addCookies(session.cookies())
    await page.goto("/inbox")
    await page.getByRole("button", { name: /Visitor.*Waits for a person/ }).click()
    await expect(page.getByText("Wants: A quote")).toBeVisible()
    await page.getByRole("button", { name: "Take over" }).click()
    await widget.say("Hello?")
    const said = page.getByRole("region", { name: "What was said" })
    await expect(said.getByText("Hello?")).toBeVisible()
    await page.getByRole("textbox", { name: "Your answer" }).fill("Ana here.")
    await page.getByRole("button", { name: "Send" }).click()
    await expect(visitor.locator("botwright-chat .bubble", { hasText: "Ana here." })).toBeVisible()
    await page.getByRole("textbox", { name: "New tag" }).fill("quote")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("button", { name: "Remove the tag quote" })).toBeVisible()
    await inspectPage(page, "inbox")
    await page.getByRole("button", { name: "Hand back" }).click()
    await page.getByRole("menuitem", { name: "The bot goes on where it was" }).click()
    await expect(widget.botSays("Anything else?").nth(1)).toBeVisible()
    await widget.say("No")
    await expect(widget.botSays("You said No")).toBeVisible()

    await page.goto("/mail")
    await page.getByRole("button", { name: /A wish/ }).click()
    const mail = page.getByRole("dialog", { name: "Mail" })
    await expect(mail.getByText("A quote")).toBeVisible()
    await inspectPage(page, "mail")
    await page.setViewportSize({ width: 375, height: 760 })
    await page.goto("/tasks")
    await page.getByRole("checkbox", { name: "Done: Prepare a quote" }).click()
    await expect(page.getByRole("heading", { name: "Nothing to do" })).toBeVisible()
    await page.getByText("Done", { exact: true }).click()
    await expect(page.getByText("Prepare a quote")).toBeVisible()
    await inspectPage(page, "tasks-phone")
    expect(complaints).toEqual([])
  } finally {
    await visitor.context().close()
    await shop.stop()
  }
})

test("XSS-01 XSS-02 hostile words of a visitor and a bot are words in the inbox, and nothing is fetched", async ({
  page,
}) => {
  const session = await ApiSession.signUp(product)
  const slug = await session.publish(
    "Hostile",
    'TRANSFER TO HUMAN user.name, "high", user.name\nTAG CONVERSATION "", LEFT(user.name, 60)\nADD NOTE "", user.name\nTALK user.name\n',
  )
  const picture =
    '![x](https://beacon.invalid/p.png)<img src="https://beacon.invalid/i" onerror="top.hit=1">'
  const send = async (path: string, body: unknown, token = "") => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` }
    const init = { method: "POST", headers, body: JSON.stringify(body) }
    return (await fetch(`${product}/api/v1${path}`, init)).json()
  }
  const { conversation } = await send(`/bots/${slug}/conversations`, { contact: { name: picture } })
  for (const text of hostileTexts.filter((_, index) => index % 8 === 0))
    await send(
      `/conversations/${conversation.id}/messages`,
      { text: text.replaceAll("\0", "") },
      conversation.token,
    )
  const harm: string[] = []
  page.on("dialog", (dialog) => {
    harm.push(dialog.message())
    void dialog.dismiss()
  })
  page.on("request", (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== product) harm.push(url)
  })
  await page.context().addCookies(session.cookies())
  await page.goto("/inbox")
  await page.getByRole("button", { name: /Waits for a person/ }).click()
  await expect(page.getByRole("region", { name: "What was said" })).toContainText("onerror")
  await expect(page.getByRole("region", { name: "Notes for staff" })).toContainText("beacon")
  expect(await page.evaluate(() => Reflect.get(window, "hit"))).toBeUndefined()
  expect(harm).toEqual([])
})
