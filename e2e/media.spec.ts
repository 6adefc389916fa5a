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

test("what a visitor says is sent, refused microphones are named, and a bot nobody listens for asks to write", async ({
  page,
}) => {
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish("Listener", 'HEAR q WITH "How can I help?"\nTALK q\n')
  const shop = await VisitorPage.serve(origin, `data-bot="${slug}" data-voice="on"`)
  await page.addInitScript(() => {
    let isRefused = true
    navigator.mediaDevices.getUserMedia = async () => {
      if (isRefused) {
        isRefused = false
        throw new DOMException("Not here.", "NotAllowedError")
      }
      const context = new AudioContext()
      const heard = context.createMediaStreamDestination()
      const tone = context.createOscillator()
      tone.connect(heard)
      tone.start()
      return heard.stream
    }
  })
  await page.goto(shop.origin)
  const widget = new WidgetPage(page)
  await widget.open()
  const speak = page.getByRole("button", { name: "Say it instead" })
  await speak.click()
  await expect(page.getByText("The microphone was refused.")).toBeVisible()
  await speak.click()
  await expect(page.getByText("Listening…")).toBeVisible()
  await expect(page.getByText("0:01")).toBeVisible()
  await page.getByRole("button", { name: "Stop and send" }).click()
  await expect(widget.botSays("I could not listen to that. Please write it to me.")).toBeVisible()
  await widget.say("In words")
  await expect(widget.botSays("In words")).toBeVisible()
  await shop.stop()
})
