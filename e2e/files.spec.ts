/** Files of a bot: a person looks after them in the dashboard, a visitor is sent one and sends one back. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"
import { VisitorPage, WidgetPage } from "./pages/visitor-page.ts"

const origin = process.env.BASE_URL ?? ""
const program = `SEND FILE "prices/list.txt", "Our prices"
SEND FILE QR CODE "https://example.org/menu", "Scan me"
HEAR photo AS IMAGE WITH "A photo of it?"
TALK "Got " + photo.name
`
const text = (name: string, content = "Coffee 3.50") => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
})
const picture = {
  name: "my cup.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
}

test.use({ contextOptions: { reducedMotion: "reduce" } })

test("files are uploaded, moved into folders, downloaded and deleted, in every look", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  const slug = await session.publish("Shop", program)
  await context.addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Shop" }).click()
  await page.getByRole("menuitem", { name: "Files" }).click()
  await expect(page.getByRole("heading", { name: "No files yet" })).toBeVisible()
  await inspectPage(page, "files-empty")

  const chooser = page.waitForEvent("filechooser")
  await page.getByRole("button", { name: "Upload files" }).click()
  const uploads = "**/api/dashboard/bots/*/files"
  await page.route(uploads, (route) => {
    const isLarge = route.request().postData()?.includes("film.bin") ?? false
    return isLarge
      ? route.fulfill({ status: 413, json: { code: "file.too_large" } })
      : route.continue()
  })
  await (await chooser).setFiles([text("list.txt"), text("terms.txt"), text("film.bin")])
  await expect(page.getByRole("button", { name: "terms.txt", exact: true })).toBeVisible()
  await expect(page.getByRole("alert").filter({ hasText: "25 MB" })).toBeVisible()
  await page.getByRole("button", { name: "Put away" }).click()

  await page.getByRole("button", { name: "More for list.txt" }).click()
  await page.getByRole("menuitem", { name: "Rename" }).click()
  await page.getByLabel(/^Path/).fill("prices/list.txt")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Files: 1")).toBeVisible()
  await inspectLooks(page, "files", ["dark", "phone"])
  await page.getByRole("button", { name: "prices", exact: true }).click()
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: "list.txt", exact: true }).click()
  expect((await download).suggestedFilename()).toBe("list.txt")
  await page.getByRole("button", { name: "All files" }).click()

  await page.getByRole("button", { name: "More for terms.txt" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await expect(page.getByText("Scripts that read or send it will fail.")).toBeVisible()
  await page.getByRole("button", { name: "Delete file" }).click()
  await expect(page.getByRole("button", { name: "terms.txt", exact: true })).toBeHidden()

  await page.goto(`/c/${slug}`)
  await expect(page.getByRole("link", { name: /list\.txt/ })).toBeVisible()
  await expect(page.getByRole("img", { name: "Scan me" })).toBeVisible()
  const field = page.locator('input[type="file"]')
  await field.setInputFiles(text("no-picture.png"))
  await expect(page.getByText("Choose a file of the kind the bot asks for.")).toBeVisible()
  await field.setInputFiles(picture)
  await expect(page.getByText("Got my cup.png")).toBeVisible()
  await expect(page.getByRole("img", { name: "my cup.png" })).toBeVisible()
  await inspectPage(page, "chat-files")
  await expect(page.getByRole("button", { name: "Attach a file" })).toBeHidden()
  expect(complaints).toEqual([])

  const shop = await VisitorPage.serve(origin, `data-bot="${slug}"`)
  const widget = new WidgetPage(page)
  await page.goto(shop.origin)
  await widget.open()
  await expect(widget.botSays("list.txt")).toBeVisible()
  await page.locator('botwright-chat input[type="file"]').setInputFiles(picture)
  await expect(widget.botSays("Got my cup.png")).toBeVisible()
  await shop.stop()
})
