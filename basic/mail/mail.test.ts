import { expect, it } from "vitest"
import { utcZone } from "../dates/zone.ts"
import { fromJson } from "../vm/json.ts"
import type { Json } from "../vm/value.ts"
import { readAttachments } from "./attachments.ts"
import { isQuiet } from "./quiet-hours.ts"
import {
  isAddress,
  listRecipients,
  readRecipient,
  splitMailBlock,
  subjectOf,
} from "./recipients.ts"
import { fillMessage } from "./template-values.ts"

it("lists recipients from texts, names with addresses, lists and rows, each once", () => {
  expect(listRecipients("a@x.org, Bo <b@x.org>; a@x.org")).toEqual(["a@x.org", "b@x.org"])
  const rows: Json = [{ Email: "c@x.org", name: "C" }, { phone: "+55 11 1" }, "a@x.org", null, 3]
  expect(listRecipients(fromJson(rows))).toEqual(["c@x.org", "+55 11 1", "a@x.org", "3"])
})

it("takes nothing for an address that could begin another header or recipient (FIL-06)", () => {
  expect(
    ["a@x.org", "a@x.org\r\nBcc: b@x.org", "a@b@c", "a b@x.org", "", "a@x.org,b@x.org"].map(
      isAddress,
    ),
  ).toEqual([true, false, false, false, false, false])
})

it("reads the channel of a recipient, or guesses it from the address", () => {
  expect(
    ["teams:user@d", "a@x.org", "+55 11 99999-0000", "web:cnv_1", "cnv_1"].map(readRecipient),
  ).toEqual([
    { channel: "teams", address: "user@d" },
    { channel: "email", address: "a@x.org" },
    { channel: "whatsapp", address: "+55 11 99999-0000" },
    { channel: "web", address: "cnv_1" },
    { channel: "web", address: "cnv_1" },
  ])
})

it("takes the subject from the first line of a block, or from the first words", () => {
  expect(splitMailBlock("Subject: Hi\n\nText")).toEqual({ subject: "Hi", body: "Text" })
  expect(splitMailBlock("Dear Ana\nText").subject).toBe("Dear Ana")
  expect(subjectOf("word ".repeat(30))).toHaveLength(60)
})

it("fills names, places and the built-in words of a template, and leaves what is missing", () => {
  const about = { recipient: "ana@x.org", nowMs: Date.UTC(2030, 4, 1, 9, 5), zone: utcZone }
  expect(
    fillMessage("{{name}} {{to}} {{date}} {{time}} {{year}} {{x}}", { name: "Ana" }, about),
  ).toBe("Ana ana@x.org 2030-05-01 09:05 2030 {{x}}")
  expect(fillMessage("{{1}} and {{2}}", ["a", "b"], about)).toBe("a and b")
})

it("reads attachments with content, with base64 and by path, and refuses anything else (FIL-06)", () => {
  expect(
    readAttachments(
      fromJson([{ name: "a.ics", content_type: "text/calendar", content: "x" }, "f/b.pdf"]),
    ),
  ).toEqual([
    { name: "a.ics", type: "text/calendar", base64: "eA==" },
    { path: "f/b.pdf", name: null },
  ])
  expect(readAttachments(fromJson([5]))).toBeNull()
  expect(readAttachments(fromJson([{ stream: true }]))).toBeNull()
})

it("knows quiet hours over midnight on the bot's clock", () => {
  const at = (hour: number) => Date.UTC(2030, 4, 1, hour, 30)
  const quiet = (hour: number) => isQuiet("22:00-08:00", at(hour), utcZone)
  expect([21, 22, 3, 7, 8].map(quiet)).toEqual([false, true, true, true, false])
  expect(isQuiet("13:00-14:00", at(13), utcZone)).toBe(true)
  expect(isQuiet("whenever", at(3), utcZone)).toBe(false)
})
