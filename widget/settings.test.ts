import { describe, expect, it, vi } from "vitest"
import { readableOn } from "./launcher-style.ts"
import { readSettings } from "./settings.ts"
import { texts, textsFor } from "./texts.ts"
import { fitsPath } from "./triggers.ts"

vi.stubGlobal("document", { documentElement: { lang: "" } })
vi.stubGlobal("navigator", { language: "pt-BR" })

const page = (query = "") => new URL(`https://shop.example/${query}`)

describe("the widget's settings", () => {
  it("come from the script's attributes, with the script's own origin as the server", () => {
    const settings = readSettings(
      { bot: "demo", mode: "inline", side: "left" },
      "https://bots.example",
      page(),
    )
    expect(settings).toMatchObject({
      bot: "demo",
      mode: "inline",
      side: "left",
      origin: "https://bots.example",
      theme: "auto",
    })
  })
  it("give the bot variables from attributes and the address, the address first", () => {
    const settings = readSettings(
      { bot: "demo", varPlan: "free", varName: "Ana" },
      "https://b",
      page("?bw_plan=pro&other=1"),
    )
    expect(settings.contact).toEqual({ name: "Ana", attributes: { plan: "pro" } })
  })
  it("keep hostile names in the address as ordinary keys or drop them", () => {
    const settings = readSettings(
      { bot: "demo" },
      "https://b",
      page("?bw___proto__=x&bw_constructor=y"),
    )
    expect(Object.keys(settings.contact.attributes)).toEqual(["constructor"])
    expect({}.constructor).toBe(Object)
  })
  it.each(["red;}body{display:none", "url(https://evil)", "#12"])(
    "refuse %j as a colour",
    (color) => {
      expect(readSettings({ bot: "demo", color }, "https://b", page()).color).toBeNull()
    },
  )
  it("take the page's own words for problems, and nothing that is no text", () => {
    const read = (problems: string) =>
      readSettings({ bot: "demo", problems }, "https://b", page()).problems
    expect(read('{"file.too_large":"Zu gross.","x":1}')).toEqual({ "file.too_large": "Zu gross." })
    for (const broken of ["", "null", "{", "7"]) expect(read(broken)).toEqual({})
  })
  it("put dark words on a light colour and light words on a dark one", () => {
    expect(readableOn("#ffe14d")).toBe("#101418")
    expect(readableOn("#1e293b")).toBe("#fff")
  })
  it("open on an address exactly, or by its beginning with a star", () => {
    expect(fitsPath("/pricing", "/pricing")).toBe(true)
    expect(fitsPath("/pricing", "/pricing/eu")).toBe(false)
    expect(fitsPath("/pricing*", "/pricing/eu")).toBe(true)
  })
  it("have every word in every language", () => {
    for (const [language, words] of Object.entries(texts)) {
      expect(Object.keys(words).sort(), language).toEqual(Object.keys(texts.en ?? {}).sort())
      for (const word of Object.values(words)) expect(word.trim(), language).not.toBe("")
    }
  })
  it("fall back to English for a language we do not have, also for one named like a property", () => {
    expect(textsFor("xx")).toBe(texts.en)
    expect(textsFor("constructor")).toBe(texts.en)
  })
})
