/**
 * Takes the pictures of the README anew: the builder with a starter's flow, its text and a conversation, in light
 * and dark, from the product as `npm start` runs it.
 *
 *   node scripts/node24.mjs scripts/pictures.ts     (BASE_URL: a product that runs already)
 */
import { join } from "node:path"
import { type Browser, chromium, type Page } from "@playwright/test"
import config from "../e2e/playwright.config.ts"
import { root } from "./node24.mjs"
import { buildProduct, type RunningProduct, startProduct } from "./start-product.ts"

const size = { width: 1440, height: 900 }

/** A new person opens a starter and talks with it. */
async function openStarter(page: Page, origin: string) {
  await page.goto(`${origin}/sign-up`)
  await page.getByLabel("Your name").fill("Ana Reis")
  await page.getByLabel("E-mail address").fill(`pictures-${Date.now()}@example.org`)
  await page.getByLabel("Password", { exact: true }).fill("green-harbor-violin-41")
  await page.getByRole("button", { name: "Create account" }).click()
  await page.getByRole("button", { name: /Welcome people/ }).click()
  await page.locator("[data-step]").first().waitFor()
  await page
    .getByRole("radiogroup", { name: "What is shown" })
    .getByText("Both", { exact: true })
    .click()
  await page.locator(".cm-line").first().waitFor()
  const chat = page.locator("[data-chat]")
  await chat.getByRole("textbox").fill("Ana")
  await page.keyboard.press("Enter")
  await chat.getByText(/Ana/).nth(1).waitFor()
  await page.getByRole("button", { name: "Show everything" }).click()
}

async function takePicture(browser: Browser, origin: string, look: "light" | "dark") {
  const page = await browser.newPage({ viewport: size, locale: "en-GB", colorScheme: look })
  await openStarter(page, origin)
  await page.evaluate(() => document.fonts.ready)
  const name = look === "dark" ? "builder-dark.png" : "builder.png"
  await page.screenshot({ path: join(root, "docs/images", name), animations: "disabled" })
  await page.close()
}

/** The product that stands at BASE_URL, or one that is built and started for it. */
async function openProduct(): Promise<Pick<RunningProduct, "origin" | "stop">> {
  const origin = process.env.BASE_URL
  if (origin !== undefined) return { origin, stop: async () => {} }
  await buildProduct()
  return startProduct()
}

const product = await openProduct()
const browser = await chromium.launch(config.use?.launchOptions ?? {})
try {
  for (const look of ["light", "dark"] as const) await takePicture(browser, product.origin, look)
} finally {
  await browser.close()
  await product.stop()
}
