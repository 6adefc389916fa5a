/** What a visitor sends is read. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const origin = process.env.BASE_URL ?? ""

test("a document sent in the widget is quoted by the bot", async ({ page }) => {
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish(
    "Reader",
    'HEAR d AS DOCUMENT WITH "Your contract, please."\nTALK "It says: " + d.text\n',
  )
  const shop = await VisitorPage.serve(origin, `data-bot="${slug}"`)
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  await expect(widget.botSays("Your contract, please.")).toBeVisible()
  await page.locator("botwright-chat input[type=file]").setInputFiles({
    ...{ name: "contract.txt", mimeType: "text/plain" },
    buffer: Buffer.from("The contract ends on the last day of May."),
  })
  await expect(widget.botSays("It says: The contract ends on the last day of May.")).toBeVisible()
  await shop.stop()
})
