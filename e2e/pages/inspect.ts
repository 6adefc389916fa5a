import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { expect, type Page } from "@playwright/test"
import { expectAccessible } from "./expect-accessible.ts"

const folder = join(import.meta.dirname, "../../test-output/gallery")
mkdirSync(folder, { recursive: true })

/** Notes everything a page complains about: errors of scripts and refusals of the content security policy. */
export function watchComplaints(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    const isRefusal = /Content Security Policy|Refused to/.test(message.text())
    if (isRefusal || /hydrat/i.test(message.text())) complaints.push(message.text())
  })
  return complaints
}

const desk = { width: 1440, height: 900 }
const looks = {
  light: { scheme: "light", size: desk },
  dark: { scheme: "dark", size: desk },
  phone: { scheme: "light", size: { width: 375, height: 812 } },
} as const
type Look = keyof typeof looks

/**
 * Inspects the page in several looks, one after the other on the same page, and leaves it as it was on a desk in
 * light. What differs in colour alone is examined for its colours alone.
 */
export async function inspectLooks(
  page: Page,
  name: string,
  names: readonly Look[] = ["light", "dark", "phone"],
): Promise<void> {
  for (const look of names) {
    const { scheme, size } = looks[look]
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize(size)
    // The hosted chat follows the browser without being told.
    await expect(
      page.locator(
        `html:is([data-mantine-color-scheme=${scheme}], :not([data-mantine-color-scheme]))`,
      ),
    ).toHaveCount(1)
    const isRecolored = look === "dark" && names.includes("light")
    await inspectPage(page, `${name}-${look}`, isRecolored ? ["color-contrast"] : undefined)
  }
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize(desk)
}

/**
 * Keeps a picture of the page as it stands, and proves that assistive technology can use it: by all rules, or by
 * those that are named.
 */
export async function inspectPage(
  page: Page,
  name: string,
  rules?: readonly string[],
): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  // What is still being fetched would be judged by the shapes that stand for it.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
  // A message that fades in or out has other colours meanwhile.
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".mantine-Notification-root")].every(
      (message) => getComputedStyle(message).opacity === "1",
    ),
  )
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" })
  await expectAccessible(page, name, { rules })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}
