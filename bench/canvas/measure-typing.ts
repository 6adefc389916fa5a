import type { Page } from "@playwright/test"

const keys = 60
const warmUp = 10

export interface TypingTimes {
  /** From the key until the card on the canvas says the new word. Units: ms. */
  readonly shown: readonly number[]
  /** Until the frame that shows it was painted, which waits for the screen. Units: ms. */
  readonly painted: readonly number[]
}

interface Place {
  /** What it is called in the figures. */
  readonly where: string
  /** What stands before the cursor, once in the whole source. */
  readonly words: string
}

/** Types at each place with canvas and source side by side, a key after the other has been painted. */
export async function measureTyping(page: Page, places: readonly Place[]) {
  await page.getByRole("radiogroup", { name: "What is shown" }).getByText("Both").click()
  await page.locator(".cm-content").waitFor()
  const measured: { where: string; times: TypingTimes }[] = []
  for (const { where, words } of places)
    measured.push({ where, times: await typeBehind(page, words) })
  return measured
}

async function typeBehind(page: Page, words: string): Promise<TypingTimes> {
  await page.locator(".cm-content").focus()
  await page.keyboard.press("Control+f")
  await page.keyboard.press("Control+a")
  await page.keyboard.type(words)
  await page.keyboard.press("Enter")
  await page.keyboard.press("Escape")
  await page.keyboard.press("ArrowRight")
  const card = page.locator("[data-step]", { hasText: words })
  await card.waitFor()
  await card.evaluate(watchKeys)
  for (let at = 0; at < keys + warmUp; at++) {
    await page.keyboard.press("x")
    await page.waitForFunction((done) => Reflect.get(window, "keyTimes").painted.length > done, at)
  }
  const times = await page.evaluate(() => Reflect.get(window, "keyTimes") as TypingTimes)
  return { shown: times.shown.slice(warmUp), painted: times.painted.slice(warmUp) }
}

/** Notes when a key was pressed, and when the card had the new word; runs in the page. */
function watchKeys(card: Element): void {
  const times = { shown: [] as number[], painted: [] as number[] }
  Reflect.set(window, "keyTimes", times)
  let pressed = 0
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true })
  const parent = card.closest(".react-flow__node") ?? card
  new MutationObserver(() => {
    if (pressed === 0) return
    const begun = pressed
    pressed = 0
    times.shown.push(performance.now() - begun)
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => times.painted.push(performance.now() - begun)
      channel.port2.postMessage(0)
    })
  }).observe(parent, { subtree: true, childList: true, characterData: true })
}
