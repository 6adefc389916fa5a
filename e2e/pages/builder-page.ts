import { expect, type Locator, type Page } from "@playwright/test"

/** The builder, used as a person does: dragging, connecting, typing into settings. */
export class BuilderPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async ready() {
    await expect(this.page.locator("[data-drop-group]").first()).toBeVisible()
    // What stands beside the drawing follows it; nobody presses a card in that half second.
    await this.page.waitForLoadState("networkidle")
  }
  /** A card by its title. */
  group(title: string): Locator {
    return this.page
      .getByRole("article", { name: title, exact: true })
      .and(this.page.locator("[data-drop-group]"))
  }
  step(words: string | RegExp): Locator {
    return this.page.locator("[data-step]", { hasText: words })
  }
  /** Opens the settings of a step with the pointer. What is half out of sight is brought there first, as a person would. */
  async openStep(step: Locator) {
    if (!(await this.#isInSight(step)))
      await this.page.getByRole("button", { name: "Show everything" }).click()
    await step.click()
    await expect(this.page.getByRole("form", { name: "Settings of the step" })).toBeVisible()
  }
  async #isInSight(step: Locator): Promise<boolean> {
    const [canvas, box] = await Promise.all([
      this.page.locator("[data-drop-canvas]").boundingBox(),
      step.boundingBox(),
    ])
    if (canvas === null || box === null) return false
    const isAcross = box.x >= canvas.x && box.x + box.width <= canvas.x + canvas.width
    return isAcross && box.y >= canvas.y && box.y + box.height <= canvas.y + canvas.height
  }
  palette(title: string): Locator {
    return this.page
      .getByRole("navigation", { name: "Steps to choose from" })
      .getByRole("button", { name: title, exact: true })
  }
  /** Where an edge leaves: an outlet of a card by its label, or the card's end. */
  outlet(group: Locator, label: string): Locator {
    return group.locator("li", { hasText: label }).locator(".react-flow__handle")
  }
  end(group: Locator): Locator {
    return group.locator("footer .react-flow__handle")
  }
  entrance(group: Locator): Locator {
    return group.locator(".react-flow__handle-left").first()
  }

  /** Presses on one thing, moves, and lets go on another: what dragging is. */
  async drag(from: Locator, to: Locator | { x: number; y: number }) {
    const start = await centre(from)
    const target = "x" in to ? to : await centre(to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(start.x + 12, start.y + 6, { steps: 3 })
    await this.page.mouse.move(target.x, target.y, { steps: 12 })
    await this.page.mouse.up()
  }
  /** Drops a step from the palette into a card, after what is there. */
  async dropInto(title: string, group: Locator) {
    const box = await group.boundingBox()
    if (!box) throw new Error("the card is not on the screen")
    await this.drag(this.palette(title), { x: box.x + box.width / 2, y: box.y + box.height - 12 })
  }
  /** Drops a step from the palette on empty canvas; makes a new card there. */
  async dropAt(title: string, x: number, y: number) {
    await this.drag(this.palette(title), { x, y })
  }
  async connect(from: Locator, to: Locator) {
    await this.drag(from, to)
  }
  async moveGroup(group: Locator, x: number, y: number) {
    const header = group.locator("header")
    await rest(header)
    const box = await header.boundingBox()
    if (!box) throw new Error("the card is not on the screen")
    await this.page.mouse.move(box.x + box.width - 16, box.y + 14)
    await this.page.mouse.down()
    await this.page.mouse.move(x + box.width - 16, y + 14, { steps: 10 })
    await this.page.mouse.up()
  }
  async rename(group: Locator, title: string) {
    await group.getByRole("button", { name: /^Title of the group/ }).click()
    await this.page.getByRole("textbox", { name: "Title of the group" }).fill(title)
    await this.page.keyboard.press("Enter")
  }
  /** A field of the selected step's settings. */
  setting(label: string): Locator {
    return this.page
      .getByRole("tabpanel", { name: "Step" })
      .getByRole("textbox", { name: label, exact: true })
  }
  async set(label: string, value: string) {
    await this.setting(label).fill(value)
    await this.setting(label).blur()
  }
  /** The first comparison of a decision. */
  async setCondition(variable: string, comparison: string, value: string) {
    const panel = this.page.getByRole("tabpanel", { name: "Step" })
    await panel.getByRole("combobox", { name: "Comparison 1" }).click()
    await this.page.getByRole("option", { name: comparison, exact: true }).click()
    await panel.getByRole("combobox", { name: "Compared with 1" }).fill(value)
    await panel.getByRole("combobox", { name: "Compared with 1" }).blur()
    await panel.getByRole("combobox", { name: "Variable 1" }).fill(variable)
    await panel.getByRole("combobox", { name: "Variable 1" }).blur()
  }
  async show(view: "Canvas" | "Both" | "Source") {
    await this.page
      .getByRole("radiogroup", { name: "What is shown" })
      .getByText(view, { exact: true })
      .click()
  }
  /** Replaces a line of the text by another, as a person would type it. */
  async type(line: string, text: string) {
    await this.page.locator(".cm-line", { hasText: line }).first().click()
    await this.page.keyboard.press("Home")
    await this.page.keyboard.press("Shift+End")
    await this.page.keyboard.type(text)
    // A list of completions would take the keys that come next.
    await this.page.keyboard.press("Escape")
  }
  async saved() {
    await expect(this.page.getByText("Draft saved")).toBeVisible()
  }
  async source(): Promise<string> {
    return (await this.page.locator(".cm-line").allInnerTexts()).join("\n").replaceAll("\u200b", "")
  }
  get chat(): Locator {
    return this.page.getByRole("region", { name: "Test conversation" })
  }
}

/** Waits until a thing stands where it stood a frame ago: the drawing moves by itself when it is opened or tidied. */
async function rest(locator: Locator): Promise<void> {
  await locator.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let last = ""
        const look = () => {
          const { x, y } = element.getBoundingClientRect()
          const now = `${x} ${y}`
          if (now === last) resolve()
          else {
            last = now
            requestAnimationFrame(() => requestAnimationFrame(look))
          }
        }
        look()
      }),
  )
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  await rest(locator)
  // The drawing goes back to where it was when it is scrolled: what is on it has to be in sight already.
  const isDrawn = await locator.evaluate(
    (element) => element.closest("[data-drop-canvas]") !== null,
  )
  if (!isDrawn) await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error("not on the screen")
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
