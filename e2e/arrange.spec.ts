/** Making a picture orderly, and moving steps about as text: nothing of it may change what the bot does. */
import { expect, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"
import { BuilderPage } from "./pages/builder-page.ts"

const source = `TALK "One"
GOTO second
second:
TALK "Two"
GOTO third
third:
TALK "Three"
EXIT
`
const newEmail = () => `arrange-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`

test("cards are selected, aligned, folded, tidied, noted and found, and steps travel as BASIC", async ({
  page,
}) => {
  const account = new AccountPage(page)
  await account.signUp("Ada Lovelace", newEmail(), "green-harbor-violin-41")
  await account.start("Start from scratch")
  const builder = new BuilderPage(page)
  await builder.ready()
  await builder.show("Source")
  await page.locator(".cm-content").fill(source)
  await builder.show("Canvas")
  await expect(builder.group("Third")).toBeVisible()
  const before = await builder.source()

  await test.step("a rectangle selects, and alignment is one step back", async () => {
    const third = builder.group("Third")
    // Well below the others: a card that is let go near their edges is drawn to them.
    await builder.moveGroup(third, 700, 640)
    await page.keyboard.press("ControlOrMeta+A")
    const tools = page.getByRole("toolbar", { name: "3 selected cards" })
    await expect(tools).toBeVisible()
    await tools.getByRole("button", { name: "Align and distribute" }).click()
    await page.getByRole("menuitem", { name: "Align top edges" }).click()
    const tops = () =>
      page
        .locator("[data-drop-group]")
        .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().top)))
    await expect.poll(async () => new Set(await tops()).size).toBe(1)
    await page.keyboard.press("ControlOrMeta+Z")
    await expect.poll(async () => new Set(await tops()).size).toBeGreaterThan(1)
  })

  await test.step("the picture is tidied in a worker", async () => {
    await page.getByRole("button", { name: "Tidy up" }).click()
    const lefts = () =>
      page
        .locator("[data-drop-group]")
        .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left))
    await expect
      .poll(async () => {
        const [first = 0, second = 0, third = 0] = await lefts()
        return first < second && second < third
      })
      .toBe(true)
  })

  await test.step("a rectangle drawn around two cards selects the two", async () => {
    await page.getByRole("button", { name: "Select an area" }).click()
    const canvas = await page.locator("[data-drop-canvas]").boundingBox()
    const second = await builder.group("Second").boundingBox()
    if (!canvas || !second) throw new Error("the canvas is not on the screen")
    await page.mouse.move(canvas.x + 8, canvas.y + 70)
    await page.mouse.down()
    await page.mouse.move(second.x + 30, second.y + second.height + 40, { steps: 6 })
    await page.mouse.up()
    await expect(page.getByRole("toolbar", { name: "2 selected cards" })).toBeVisible()
    await page.keyboard.press("c")
    await expect(builder.group("Second").getByRole("button", { name: /folded/ })).toBeVisible()
    await page.keyboard.press("c")
    await expect(builder.step("Two")).toBeVisible()
    await page.keyboard.press("Escape")
  })

  await test.step("a note is written and stays", async () => {
    await page.getByRole("button", { name: "Add a note" }).click()
    await page.getByRole("textbox", { name: "Write a note" }).fill("Ask Ana about prices")
    await page.keyboard.press("Escape")
    await expect(page.getByRole("region", { name: "Note: Ask Ana about prices" })).toBeVisible()
    await builder.saved()
    expect(await builder.source()).toBe(before)
    await page.reload()
    await builder.ready()
    await expect(page.getByRole("region", { name: "Note: Ask Ana about prices" })).toBeVisible()
  })

  await test.step("words are found in steps and notes", async () => {
    await page.keyboard.press("ControlOrMeta+F")
    const search = page.getByRole("search")
    await search.getByRole("textbox").fill("three")
    await expect(search.getByRole("status")).toHaveText("1 place")
    await page.keyboard.press("Enter")
    await expect(builder.step("Three")).toHaveAttribute("aria-pressed", "true")
    await search.getByRole("textbox").fill("ana")
    await expect(search.getByRole("status")).toHaveText("1 place")
    await page.keyboard.press("Escape")
    await expect(search).toHaveCount(0)
  })

  await test.step("a step is copied and pasted as BASIC", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await builder.step("Three").click()
    await page.keyboard.press("ControlOrMeta+C")
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('TALK "Three"')
    await page.keyboard.press("ControlOrMeta+V")
    await expect(builder.step("Three")).toHaveCount(2)
    await page.keyboard.press("ControlOrMeta+Z")
    await expect(builder.step("Three")).toHaveCount(1)
  })
  await page.screenshot({ path: "test-output/builder/arranged.png" })
})
