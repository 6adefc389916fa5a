import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countSegments } from "./count-segments.ts"
import { degrade } from "./degrade.ts"
import { channels, findChannel } from "./index.ts"
import { splitText } from "./split-text.ts"

const on = (id: string) => findChannel(id) ?? expect.fail(`no channel ${id}`)
const labels = (count: number) => Array.from({ length: count }, (_, at) => `Choice ${at + 1}`)

describe("a message on a channel", () => {
  it("keeps three short choices as buttons on WhatsApp, four as rows of a list, eleven as numbers", () => {
    const ask = (count: number) =>
      degrade({ text: "Which?", choices: labels(count) }, on("whatsapp"))
    expect(ask(3)).toEqual({
      parts: [{ text: "Which?", markdown: "Which?", buttons: labels(3) }],
      losses: [],
    })
    expect(ask(4).parts[0]?.rows).toEqual(labels(4))
    expect(ask(4).losses).toEqual([{ kind: "rows", most: 3 }])
    expect(ask(11).parts[0]?.text).toMatch(
      /^Which\?\n\n1\. Choice 1\n2\. Choice 2\n.*11\. Choice 11$/s,
    )
    expect(ask(11).losses).toEqual([{ kind: "numbered", reason: "many", most: 10 }])
  })

  it("numbers choices whose words are too long for a button, and all of them where there are no buttons", () => {
    const long = ["I would rather speak with a person", "No"]
    const { losses } = degrade({ text: "Well?", choices: long }, on("whatsapp"))
    expect(losses).toEqual([{ kind: "numbered", reason: "long", most: 24 }])
    const sms = degrade({ text: "Well?", choices: ["Yes", "No"] }, on("sms"))
    expect(sms.parts).toEqual([
      { text: "Well?\n\n1. Yes\n2. No", markdown: "Well?\n\n1. Yes\n2. No" },
    ])
    expect(sms.losses).toEqual([{ kind: "numbered", reason: "none", most: 0 }])
  })

  it("writes emphasis, headings, lists and links as the channel does, and tells what is lost", () => {
    const text = "# Plans\n\nThe **best** one: [ours](https://example.org)\n\n- small\n- *large*"
    const said = (id: string) => degrade({ text }, on(id))
    expect(said("whatsapp").parts[0]?.text).toBe(
      "*Plans*\n\nThe *best* one: ours (https://example.org)\n\n* small\n* _large_",
    )
    expect(said("slack").parts[0]?.text).toContain("<https://example.org|ours>")
    expect(said("sms").parts[0]?.text).toBe(
      "Plans\n\nThe best one: ours (https://example.org)\n\n- small\n- large",
    )
    const lost = said("sms").losses.flatMap((loss) => (loss.kind === "markup" ? [loss.lost] : []))
    expect(lost).toEqual(["emphasis", "heading", "link"])
    expect(said("web").losses).toEqual([])
  })

  it("sends pictures as links where there are none, and their words apart where they do not fit", () => {
    const file = { kind: "image", name: "Menu", url: "https://example.org/menu.png" } as const
    const sms = degrade({ text: "Our menu", file }, on("sms"))
    expect(sms.parts[0]?.text).toBe("Our menu\nMenu: https://example.org/menu.png")
    expect(sms.losses).toContainEqual({ kind: "link", file: "image" })
    const messenger = degrade({ text: "Our menu", file }, on("messenger"))
    expect(messenger.parts.map((part) => part.file?.name ?? part.text)).toEqual([
      "Our menu",
      "Menu",
    ])
    expect(messenger.losses).toEqual([{ kind: "apart" }])
    expect(degrade({ text: "Our menu", file }, on("telegram")).parts).toHaveLength(1)
  })

  it("never sends more than the channel takes, and loses no word and no choice", () => {
    const words = fc.array(
      fc.constantFrom("word", "**bold**", "a.", "é", "👩‍👩‍👧", "\n", "\n\n", "_x_", "- i"),
      {
        maxLength: 900,
      },
    )
    fc.assert(
      fc.property(words, fc.nat(14), fc.constantFrom(...channels), (pieces, count, channel) => {
        const choices = labels(count)
        const { parts } = degrade({ text: pieces.join(" "), choices }, channel)
        for (const { text } of parts)
          expect(text.length).toBeLessThanOrEqual(channel.can.maxTextChars)
        const last = parts.at(-1)
        const offered = last?.buttons ?? last?.rows
        const all = parts.map(({ text }) => text).join("\n")
        if (offered) expect(offered).toEqual(choices)
        else for (const label of choices) expect(all).toContain(label)
        const plain = (text: string) => text.replace(/[^\p{L}]/gu, "")
        expect(plain(all)).toContain(plain(pieces.join(" ")))
      }),
      { numRuns: 60 },
    )
  })
})

describe("a text in parts", () => {
  it("is cut between paragraphs, then sentences, then words, never inside a character", () => {
    expect(splitText("One two.\n\nThree four.", 14)).toEqual(["One two.\n\n", "Three four."])
    expect(splitText("One two. Three four.", 14)).toEqual(["One two. ", "Three four."])
    expect(splitText("onetwothree", 4)).toEqual(["onet", "woth", "ree"])
    expect(splitText("👩‍👩‍👧👩‍👩‍👧", 9)).toEqual(["👩‍👩‍👧", "👩‍👩‍👧"])
  })

  it("is paid for as text messages by its characters", () => {
    expect(countSegments("a".repeat(160))).toEqual({ count: 1, wideCharacter: null })
    expect(countSegments("a".repeat(161)).count).toBe(2)
    expect(countSegments(`${"a".repeat(69)}ã`)).toEqual({ count: 1, wideCharacter: "ã" })
    expect(countSegments(`${"a".repeat(70)}ã`).count).toBe(2)
    expect(countSegments("€".repeat(81)).count).toBe(2)
  })
})
