import { describe, expect, it } from "vitest"
import { checkSource } from "#basic"
import { canvasCodes } from "#basic/diagnostics/canvas.ts"
import { declarationCodes } from "#basic/diagnostics/declarations.ts"
import { faultCodes } from "#basic/diagnostics/faults.ts"
import { functionCodes } from "#basic/diagnostics/functions.ts"
import { semanticCodes } from "#basic/diagnostics/semantics.ts"
import { slipCodes } from "#basic/diagnostics/slips.ts"
import { syntaxCodes } from "#basic/diagnostics/syntax.ts"
import { tableCodes } from "#basic/diagnostics/tables.ts"
import { testCodes } from "#basic/diagnostics/tests.ts"
import { textCodes } from "#basic/diagnostics/texts.ts"
import { createTranslator } from "../i18n/create-translator.ts"
import { languages } from "../i18n/languages.ts"
import { loadTexts } from "../i18n/load-texts.ts"
import { sayFinding } from "./say-finding.ts"

const script = [
  'TALK "a" "b"',
  "TALK",
  "x = LEFT(1)",
  "GOTO nowhere",
  "IF a == 1 THEN",
  "WAIT 3000",
  "WAIT -1",
  'TALK "x',
  "TLAK 1",
  "my name = 5",
  "TALK \u201chello\u201d",
  "name = ${y}",
  "END FOR",
].join("\n")

const wordsIn = async (language: (typeof languages)[number]["code"]) => {
  const translator = createTranslator(language, await loadTexts(language, "findings"))
  return checkSource(script).diagnostics.map((found) => ({
    found,
    words: sayFinding(found, (key, facts) =>
      translator.exists(`findings:${key}`)
        ? String(translator.t(`findings:${key}` as never, facts as never))
        : null,
    ),
  }))
}

/** What a person can come upon: while writing, in a run, and in the tests of a bot. */
const written = {
  ...faultCodes,
  ...functionCodes,
  ...tableCodes,
  ...testCodes,
  ...syntaxCodes,
  ...slipCodes,
  ...declarationCodes,
  ...semanticCodes,
  ...canvasCodes,
  ...textCodes,
}

describe("the words of a finding", () => {
  it("stand in every catalogue for every code that the editor shows", async () => {
    for (const { code } of languages) {
      const translator = createTranslator(code, await loadTexts(code, "findings"))
      const missing = Object.keys(written).filter(
        (each) => !translator.exists(`findings:${each.slice("basic.".length)}`),
      )
      expect(missing, code).toEqual([])
    }
  })

  it("are in English what the command line says", async () => {
    for (const { found, words } of await wordsIn("en")) {
      if (found.code === "basic.argument_count") continue
      expect(words.message).toBe(found.message)
      if (found.code !== "basic.out_of_range") expect(words.hint).toBe(found.hint ?? null)
      expect(words.fix).toBe(found.fix?.title ?? null)
    }
  })

  it("are other words in every other language, with every fact in them and none left open", async () => {
    for (const { code } of languages) {
      for (const { found, words } of await wordsIn(code)) {
        expect(`${words.message} ${words.hint}`, code).not.toMatch(/\{\{|\bundefined\b/)
        if (code === "en") continue
        expect(words.message, `${code} ${found.code}`).not.toBe(found.message)
        if (found.hint !== undefined)
          expect(words.hint, `${code} ${found.code}`).not.toBe(found.hint)
      }
    }
  })
})
