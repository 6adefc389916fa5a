import { expect, test } from "@playwright/test"
import { expectAccessible } from "./pages/expect-accessible.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const product = process.env.BASE_URL ?? ""
let shop: VisitorPage

test.afterEach(() => shop.stop())

test("a visitor of another site talks to the demo bot, reloads in the middle, and goes on", async ({
  page,
}) => {
  shop = await VisitorPage.serve(product, 'data-bot="demo" data-title="Ask the shop"')
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  await expect(widget.botSays(/.+/).first()).toBeVisible()
  await widget.say("Ana Lima")
  await expect(widget.botSays(/mail/i).last()).toBeVisible()
  await widget.say("not an address")
  await expect(widget.visitorSaid("not an address")).toBeVisible()
  await page.reload()
  await widget.open()
  await expect(widget.visitorSaid("Ana Lima")).toHaveCount(1)
  await widget.say("ana@example.org")
  await expect(page.locator("botwright-chat .choice").first()).toBeVisible()
  await page.screenshot({ path: "test-output/widget/choices.png" })
  await page.locator("botwright-chat .choice").first().click()
  await expect(page.locator("botwright-chat .row.contact.pending")).toHaveCount(0)
})

test("the widget can be used with the keyboard alone and axe finds nothing serious", async ({
  page,
}) => {
  shop = await VisitorPage.serve(product, 'data-bot="demo"')
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await expect(widget.launcher).toBeVisible()
  await page.keyboard.press("Tab")
  await expect(widget.launcher).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(widget.input).toBeFocused()
  await expect(widget.botSays(/.+/).first()).toBeVisible()
  await expectAccessible(page, "widget", { part: "botwright-chat" })
  await page.keyboard.press("Escape")
  await expect(widget.panel).toBeHidden()
  await expect(widget.launcher).toBeFocused()
})

test("it opens by itself after the time the page gave, and fills a phone's screen", async ({
  page,
}) => {
  shop = await VisitorPage.serve(
    product,
    'data-bot="demo" data-open-after="0.2" data-theme="dark" data-color="#ffb454"',
  )
  await page.setViewportSize({ width: 375, height: 720 })
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await expect(widget.panel).toBeVisible()
  // It slides in; where it comes to rest is what counts.
  await expect
    .poll(async () => await widget.panel.boundingBox())
    .toMatchObject({ x: 0, y: 0, width: 375, height: 720 })
  await expect(widget.botSays(/.+/).first()).toBeVisible()
  await page.screenshot({ path: "test-output/widget/phone-dark.png" })
})

test("it opens when the page has been scrolled far enough, and not before", async ({ page }) => {
  shop = await VisitorPage.serve(product, 'data-bot="demo" data-open-scroll="50"')
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await expect(widget.launcher).toBeVisible()
  await expect(widget.panel).toHaveCount(0)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(widget.panel).toBeVisible()
})

test("the inline form stands in the page without a button", async ({ page }) => {
  shop = await VisitorPage.serve(product, 'data-bot="demo" data-mode="inline"')
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await expect(widget.botSays(/.+/).first()).toBeVisible()
  await expect(widget.launcher).toHaveCount(0)
})

test("an unknown bot is said in words inside the chat", async ({ page }) => {
  shop = await VisitorPage.serve(product, 'data-bot="nobody-has-this-name"')
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  await expect(page.locator("botwright-chat .banner")).toBeVisible()
})
