/** What a bot does by itself is set up on its settings page: its clock, its times, its addresses, its values. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { inspectPage, watchComplaints } from "./pages/inspect.ts"

const product = process.env.BASE_URL ?? ""
const source = `SET SCHEDULE "every day at 9am"
WEBHOOK "order"
IF body IS NULL THEN
    TALK "Good morning"
    EXIT
END IF
RETURN { id: body.id, city: GET CONFIG "shop-city" }
`

test("a builder sets a bot's clock, runs its schedule, gives it a value and calls its webhook", async ({
  page,
}) => {
  const session = await ApiSession.signUp(product)
  await session.publish("Shop", source)
  const complaints = watchComplaints(page)
  await page.context().addCookies(session.cookies())
  await page.goto("/bots")
  await page.getByRole("button", { name: "More for Shop" }).click()
  await page.getByRole("menuitem", { name: "Settings" }).click()
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible()

  await page.getByRole("combobox", { name: "Time zone" }).fill("Asia/Tokyo")
  await page.getByRole("option", { name: "Asia/Tokyo" }).click()
  const clock = page.getByRole("region", { name: "Clock and languages" })
  await clock.getByRole("button", { name: "Save" }).click()
  const schedules = page.getByRole("region", { name: "Schedules" })
  await expect(schedules.getByText("every day at 9am")).toBeVisible()
  await expect(schedules.getByText(/^Next: .*9:00/)).toBeVisible()
  await schedules.getByRole("button", { name: "Run now" }).click()
  await expect(page.getByText("It begins now.")).toBeVisible()
  await schedules.getByRole("button", { name: "Pause" }).click()
  await expect(schedules.getByText("Paused")).toBeVisible()

  const values = page.getByRole("region", { name: "Values" })
  await values.getByRole("textbox", { name: "Name" }).fill("shop-city")
  await values.getByRole("textbox", { name: "Value" }).fill("Lima")
  await values.getByRole("button", { name: "Set" }).click()
  await expect(values.getByText("shop-city")).toBeVisible()

  const webhooks = page.getByRole("region", { name: "Webhooks" })
  await webhooks.getByRole("button", { name: "Create addresses" }).click()
  const address = await webhooks.getByRole("textbox", { name: 'WEBHOOK "order"' }).inputValue()
  const answer = await fetch(address.replace(/^https?:\/\/[^/]+/, product), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id: 7 }),
  })
  expect(await answer.json()).toEqual({ id: 7, city: "Lima" })

  await inspectPage(page, "bot-settings")
  await page.setViewportSize({ width: 375, height: 760 })
  await page.reload()
  await expect(schedules.getByText("Paused")).toBeVisible()
  await inspectPage(page, "bot-settings-phone")
  expect(complaints).toEqual([])
})
