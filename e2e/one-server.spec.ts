/** Next renders with modules of its own; what it knows of the server must come from the one that runs. */
import { expect, test } from "@playwright/test"

test("a page is rendered by the process that answers, with what that process alone knows", async ({
  page,
  request,
}) => {
  const health = await request.get("/health/live")
  const mark = health.headers()["x-botwright-mark"]
  expect(mark).toMatch(/^e2e-[0-9a-f-]{36}$/)
  for (const path of ["/", "/sign-in", "/c/demo", "/nowhere"]) {
    await page.goto(path)
    await expect(page.locator("html"), path).toHaveAttribute("data-mark", mark ?? "")
  }
})
