/**
 * The receptionist of a small clinic, who has never programmed, makes the front desk of the starter for
 * appointments: greeting, two languages, specialties, days and times of the clinic. Every click, drag and field
 * that is filled counts as one gesture; moving over the canvas does not.
 */
import { expect, type Locator, type Page, test } from "@playwright/test"
import { AccountPage } from "./pages/account-page.ts"

const mostGestures = 60

/** A hand that counts what it does. */
class Hand {
  gestures = 0
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async click(target: Locator) {
    this.gestures += 1
    await target.click()
  }
  async type(field: Locator, text: string) {
    this.gestures += 1
    await field.fill(text)
    await field.blur()
  }
  /** Scrolls the canvas until a step stands in the middle, then opens it. */
  async open(words: string) {
    const step = this.page.locator("[data-step]", { hasText: words }).first()
    const frame = await this.page.locator("[data-drop-canvas]").boundingBox()
    if (!frame) throw new Error("There is no canvas.")
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
    await this.page.mouse.move(x, y)
    await expect(async () => {
      const box = await step.boundingBox()
      if (!box) throw new Error(`The step ${words} is not on the canvas.`)
      const [right, down] = [box.x + box.width / 2 - x, box.y + box.height / 2 - y]
      await this.page.mouse.wheel(right, down)
      expect(Math.abs(right) < 250 && Math.abs(down) < 200).toBe(true)
    }).toPass()
    await this.click(step)
    await expect(
      this.setting("Question").or(this.setting("Text")).or(this.setting("Value")),
    ).toBeVisible()
  }
  setting(label: string): Locator {
    return this.page
      .getByRole("tabpanel", { name: "Step" })
      .getByRole("textbox", { name: label, exact: true })
  }
  get texts(): Locator {
    return this.page.getByRole("region", { name: "In other languages" })
  }
  /** What a text of the step is in the language whose tab is open. */
  inLanguage(words: string): Locator {
    return this.texts.getByRole("textbox", { name: words, exact: true })
  }
}

/** The next day of the week, 0 for Sunday, at least two days ahead; as a person writes it. */
function dayAhead(weekday: number): string {
  const day = new Date(Date.now() + 2 * 86_400_000)
  while (day.getUTCDay() !== weekday) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10).split("-").reverse().join("/")
}
const iso = (day: string) => day.split("/").reverse().join("-")

// One long journey of many small steps.
test.setTimeout(180_000)
test("the front desk of a clinic is made of the starter in at most 60 gestures, leads to the read-back in Portuguese, and speaks English to who asks for it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await new AccountPage(page).signUp(
    "Aurora",
    `clinic-${Date.now()}@example.org`,
    "a good long secret",
  )
  const hand = new Hand(page)
  const holiday = dayAhead(3)
  await hand.click(page.getByRole("button", { name: /Appointment booking/ }))
  await hand.click(page.getByRole("button", { name: "Use this bot" }))
  await expect(page).toHaveURL(/\/bots\/bot_/)
  await expect(page.locator("[data-drop-group]").first()).toBeVisible()

  await hand.open("This is the front desk")
  const greeting = "Olá! / Hello! This is the front desk of Clínica Aurora."
  await hand.type(hand.setting("Text"), greeting)
  await expect(hand.texts.getByRole("tab", { name: "Spanish", selected: true })).toBeVisible()
  await hand.click(hand.texts.getByRole("button", { name: "Remove this language" }))
  await hand.type(hand.inLanguage(greeting), "Olá! / Hello! Aqui é a recepção da Clínica Aurora.")

  await hand.open("Which language do you prefer?")
  await hand.type(hand.setting("Question"), "Português or English?")
  await hand.click(page.getByRole("button", { name: "Remove line 3" }))
  await hand.type(hand.inLanguage("Português or English?"), "Português or English?")

  await hand.open("What would you like to book?")
  await hand.type(hand.setting("Question"), "Which specialty?")
  await hand.type(hand.inLanguage("Which specialty?"), "Qual especialidade?")
  const specialties = [
    ["Cardiology", "Cardiologia"],
    ["Dermatology", "Dermatologia"],
    ["Orthopedics", "Ortopedia"],
  ] as const
  for (const [index, [english, portuguese]] of specialties.entries()) {
    await hand.type(hand.setting(`Answer ${index + 1}`), english)
    await hand.type(hand.inLanguage(english), portuguese)
  }
  await page.screenshot({ path: "test-output/clinic/specialties.png" })

  await hand.open("times =")
  await hand.type(
    hand.setting("Value"),
    '["08:00", "09:00", "10:00", "11:00", "13:00", "15:00", "17:00"]',
  )
  await hand.open("closed_days =")
  await hand.type(hand.setting("Value"), `["${iso(holiday)}"]`)
  await hand.open("days_ahead =")
  await hand.type(hand.setting("Value"), "60")

  await hand.click(page.getByRole("tab", { name: /Problems/ }))
  await expect(page.getByText(/No problems/)).toBeVisible()
  await hand.click(page.getByRole("tab", { name: /Test/ }))
  expect(hand.gestures, "gestures of the receptionist").toBeLessThanOrEqual(mostGestures)
  test.info().annotations.push({ type: "gestures", description: String(hand.gestures) })

  const chat = page.locator("[data-chat]")
  const say = async (text: string) => {
    await chat.getByRole("textbox").fill(text)
    await page.keyboard.press("Enter")
  }
  const hears = (text: string | RegExp) => expect(chat.getByText(text).last()).toBeVisible()
  const choose = (label: string) => chat.getByRole("button", { name: label, exact: true }).click()
  await hears(greeting)
  await choose("Português")
  await hears("O que posso fazer por você?")
  await choose("Agendar")
  await say("A1")
  await hears("Escreva seu nome, usando apenas letras.")
  await say("maria silva")
  await say("maria at example")
  await hears(/Escreva um endereço de e-mail/)
  await say("maria@example.org")
  await say("12")
  await hears(/Escreva um telefone/)
  await say("+55 11 91234-5678")
  await say("01/01/2999")
  await hears(/Esse dia ainda vai chegar/)
  await say("24/12/1990")
  await hears("Qual especialidade?")
  await choose("Cardiologia")
  await say(dayAhead(0))
  await hears(/Fechamos aos domingos e feriados/)
  await say(holiday)
  await hears(/Fechamos aos domingos e feriados/)
  await say("01/01/2999")
  await hears(/até 60 dias à frente/)
  await say(dayAhead(4))
  await choose("17:00")
  await hears("Está tudo certo?")
  await hears(/Cardiologia/)
  await choose("Corrigir algo")
  await choose("Celular")
  await say("+55 11 98888-7777")
  await hears(/98888/)
  await page.screenshot({ path: "test-output/clinic/read-back.png" })
  await choose("Desistir")
  await hears(/nada foi agendado/)

  // The steps of the flow say "start over", too: the tools of the test are meant.
  const tools = page.getByRole("toolbar", { name: "Tools of the test" })
  await tools.getByRole("button", { name: "Start over" }).click()
  await choose("English")
  await hears("What can I do for you?")
  await choose("Book")
  await hears("What is your name?")
  await say("A1")
  await hears(/Please write/)
})
