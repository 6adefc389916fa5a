/** A prompt is kept in the library, used by a step, changed and rolled back; and a bot is asked what it should know. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"
import { BuilderPage } from "./pages/builder-page.ts"
import { inspectLooks, inspectPage, watchComplaints } from "./pages/inspect.ts"

const origin = process.env.BASE_URL ?? ""
const source = `HEAR question WITH "What would you like to know?"
TALK ANSWER question WITH PROMPT "tone" WITH VALUES shop = "Ana's"
TALK "That is all."
`
const handbook =
  "# Boats\n\n## Deposits\n\nWe ask for a deposit of 40 euros for every canoe.\n\n## Hours\n\nThe boat house opens at nine in the morning.\n"
const questions = `question,document,quote,answer
How much is the deposit for a canoe?,handbook.md,deposit of 40 euros,40 euros
When does the boat house open?,handbook.md,opens at nine,
Who won the chess championship in 1972?,,,
`
test.use({ contextOptions: { reducedMotion: "reduce" } })

/** A published bot. */
async function publish(session: ApiSession, text: string): Promise<{ id: string; slug: string }> {
  const made = await session.mutate("bots.create", { name: "Boats", template: "empty" })
  const bot = made as { id: string; slug: string }
  const { revision } = await session.saveSource(bot.id, text)
  await session.mutate("bots.publish", { botId: bot.id, baseRevision: revision })
  return bot
}

test("a prompt is written, used in a step, changed, compared and rolled back", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  const bot = await publish(session, source)
  await context.addCookies(session.cookies())
  await page.goto("/settings/prompts")
  await expect(page.getByRole("heading", { name: "No prompts yet" })).toBeVisible()
  await page.getByRole("button", { name: "New prompt" }).click()
  await page.getByLabel("Name").fill("tone")
  await page.getByRole("dialog").getByLabel("Text").fill("You answer for {{shop}}.")
  await page.getByRole("button", { name: "Create" }).click()
  await expect(page.getByRole("status")).toHaveText(/sample for {{shop}}/)
  await page.getByLabel("Sample of shop").fill("Ana's")
  await expect(page.getByText("You answer for Ana's.")).toBeVisible()
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("You answer for {{shop}}, shortly.")
  await page.getByLabel("What changed").fill("Shorter")
  await inspectLooks(page, "prompt-text")
  await page.getByRole("button", { name: "Save as version 2" }).click()
  await expect(page.getByText("Version 2 is live")).toBeVisible()
  await page.getByRole("tab", { name: "Versions" }).click()
  await page.getByRole("button", { name: "Show changes: Version 2" }).click()
  await expect(page.locator(".cm-insertedLine, .cm-changedLine").first()).toContainText("shortly")
  await inspectPage(page, "prompt-versions")
  await page.getByRole("button", { name: "Make live: Version 1" }).click()
  await expect(page.getByText("Version 1 is live")).toBeVisible()

  await page.getByRole("tab", { name: "Comparison" }).click()
  await page.getByRole("button", { name: "Start comparing" }).click()
  await expect(page.getByText(/Not enough conversations yet/)).toBeVisible()
  const begun = await fetch(`${origin}/api/v1/bots/${bot.slug}/conversations`, { method: "POST" })
  const { conversation } = (await begun.json()) as { conversation: { id: string; token: string } }
  await fetch(`${origin}/api/v1/conversations/${conversation.id}/messages`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${conversation.token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ text: "When do you open in the morning?" }),
  })
  await page.getByRole("button", { name: "End with version 1" }).click()
  await expect(page.getByText(/Ended with version 1/)).toBeVisible()
  await expect(page.getByRole("cell", { name: "1", exact: true })).toBeVisible()
  await inspectPage(page, "prompt-comparison")
  await page.getByRole("tab", { name: "Figures" }).click()
  await expect(page.getByRole("columnheader", { name: "Conversations" })).toBeVisible()

  await page.goto(`/bots/${bot.id}`)
  const builder = new BuilderPage(page)
  await builder.ready()
  await builder.openStep(builder.step("Answer question"))
  const setting = page.getByRole("combobox", { name: "Prompt of the library" })
  await setting.fill("")
  await page.getByRole("option", { name: "tone", exact: true }).click()
  await expect(setting).toHaveValue("tone")
  expect(complaints).toEqual([])
})

test("questions are imported and asked, and two runs are put side by side", async ({
  page,
  context,
}) => {
  const complaints = watchComplaints(page)
  const session = await ApiSession.signUp(origin)
  const ask = 'HEAR q WITH "Ask"\nTALK ANSWER q\n'
  const bot = await publish(session, ask)
  const base = (await session.mutate("knowledge.createBase", {
    ...{ botId: bot.id, name: "handbook" },
  })) as { id: string }
  const form = new FormData()
  form.set("file", new File([handbook], "handbook.md", { type: "text/markdown" }))
  const uploaded = await session.fetch(`/api/dashboard/bots/${bot.id}/knowledge/${base.id}`, {
    method: "POST",
    headers: { "x-botwright-org": session.orgId },
    body: form,
  })
  expect(uploaded.status).toBe(201)
  await context.addCookies(session.cookies())
  await page.goto(`/bots/${bot.id}/evaluation`)
  await page.getByRole("button", { name: "New set of questions" }).click()
  await page.getByRole("button", { name: "Create" }).click()
  const chooser = page.waitForEvent("filechooser")
  await page.getByRole("button", { name: "Import" }).click()
  await (await chooser).setFiles([
    { name: "questions.csv", mimeType: "text/csv", buffer: Buffer.from(questions) },
  ])
  await expect(page.getByLabel("Question 3", { exact: true })).toHaveValue(/chess/)
  await page.getByRole("tab", { name: "Runs" }).click()
  await page.getByRole("button", { name: "Start", exact: true }).click()
  const runs = page.getByRole("list", { name: "Runs" })
  await expect(runs.getByText("Right: 3 of 3")).toBeVisible({ timeout: 20_000 })
  await page.getByRole("combobox", { name: "What is asked" }).click()
  await page.getByRole("option", { name: "Version 1, published" }).click()
  await page.getByRole("button", { name: "Start", exact: true }).click()
  await expect(runs.getByText("Right: 3 of 3")).toHaveCount(2, { timeout: 20_000 })
  await inspectPage(page, "evaluation-runs")
  await page.getByRole("button", { name: "Open: Version 1, published" }).click()
  await expect(page.getByText("Wrongly declined")).toBeVisible()
  await expect(page.getByText(/deposit of 40 euros for every canoe/)).toBeVisible()
  await inspectLooks(page, "evaluation-run")
  await page.getByPlaceholder("Compare with").click()
  await page.getByRole("option", { name: /Documents alone/ }).click()
  await expect(page.getByText("Better: 0, worse: 0, the same: 3")).toBeVisible()
  expect(complaints).toEqual([])
})
