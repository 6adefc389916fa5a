import { expect, test } from "@playwright/test"
import { inspectLooks, watchComplaints } from "./pages/inspect.ts"

test("the documentation stands finished in every look, fits the screen and is usable with assistive technology", async ({
  page,
}) => {
  test.slow(true, "four pages, each examined whole in three looks")
  const complaints = watchComplaints(page)
  for (const path of [
    "",
    "/guides/basic-for-beginners",
    "/keywords/hear",
    "/errors/bot.not_found",
  ]) {
    await page.goto(`/docs${path}`)
    await inspectLooks(page, `docs${path.replaceAll("/", "-")}`)
  }
  expect(complaints).toEqual([])
})

test("an error's address leads to a page that says what to do, and to the same as Markdown", async ({
  page,
  request,
}) => {
  const answer = await request.get("/api/v1/bots/nobody")
  const problem: { type: string; title: string } = await answer.json()
  await page.goto(problem.type)
  await expect(page.getByRole("heading", { level: 1, name: problem.title })).toBeVisible()
  await expect(page.getByRole("heading", { name: "How to fix it" })).toBeVisible()
  const markdown = await request.get(`${problem.type}.md`)
  expect(await markdown.text()).toContain(`# ${problem.title}`)
})

test("a page is found by typing, and leads on to the next", async ({ page }) => {
  await page.goto("/docs")
  await page.getByRole("searchbox").fill("set bot mem")
  await expect(page.getByRole("status")).toHaveText(/^Pages found: [1-9]$/)
  const best = page.locator("[data-shelf=keywords] li").first()
  await expect(best).toContainText("SET BOT MEMORY")
  await best.getByRole("link").click()
  await expect(page.getByRole("heading", { level: 1, name: "SET BOT MEMORY" })).toBeVisible()
  await page.goto("/docs/guides/rest-api")
  await page.getByRole("article").getByRole("link", { name: "the socket" }).click()
  await expect(
    page.getByRole("heading", { level: 1, name: "Live chat over a socket" }),
  ).toBeVisible()
  await expect(page).toHaveTitle(/Live chat over a socket/)
})
