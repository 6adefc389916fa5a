import { expect, test } from "vitest"
import { errors } from "#catalog/errors.ts"
import { createTranslator } from "../i18n/create-translator.ts"
import { core as german } from "../i18n/de/core.ts"
import { core as english } from "../i18n/en/core.ts"
import { describeError } from "./describe-error.ts"

const t = createTranslator("en", english).getFixedT("en", "problems")

test("every error code is told in words of the catalogue, with what happened and what to do", () => {
  for (const code of Object.keys(errors)) {
    const words = describeError({ data: { problem: { code, requestId: "req_1" } } }, t)
    expect(words.code).toBe(code)
    expect(words.title, code).not.toBe(t("unknown.title"))
    expect(words.text, code).toMatch(/\.$/)
  }
})

test("an error without an answer is told as a lost connection", () => {
  expect(describeError(new TypeError("fetch failed"), t).title).toBe(t("network.title"))
})

test("a code this page does not know is told with the server's own sentences", () => {
  const error = {
    data: { problem: { code: "future.thing", detail: "It rained.", fix: "Take a coat." } },
  }
  expect(describeError(error, t).text).toBe("It rained. Take a coat.")
})

test("an error is told in the language of the person", () => {
  const de = createTranslator("de", german).getFixedT("de", "problems")
  const error = { data: { problem: { code: "bot.not_found" } } }
  expect(describeError(error, de).title).toBe(german.problems["bot.not_found.title"])
})
