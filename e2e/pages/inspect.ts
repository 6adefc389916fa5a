import { mkdirSync } from "node:fs"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

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

/** Keeps a picture of the page as it stands, and proves that assistive technology can use it. */
export async function inspectPage(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}
