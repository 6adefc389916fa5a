import { expect, it } from "vitest"
import { readConfig } from "./read-config.ts"
import { isSecretName, paramOf, settingNameOf } from "./setting-names.ts"

it("reads pairs, passes over what says nothing, and brings old display keys to plain names", () => {
  const text =
    '\uFEFFname,value\r\n\n# a remark\n,\nbot-name, Front desk \nAnswer Mode,direct\ntheme_color1,#fff\n"llm File","a, ""b"""\nurl,https://x.example/?a=1,2\n'
  expect(Object.fromEntries(readConfig(text))).toEqual({
    "bot-name": "Front desk",
    "answer-mode": "direct",
    "theme-color1": "#fff",
    "llm-file": 'a, "b"',
    url: "https://x.example/?a=1,2",
  })
})

it("keeps keys, passwords and tokens secret by their names", () => {
  const secret = ["llm-key", "email-pass", "twilio-auth-token", "drive-accesskey", "drive-secret"]
  expect(secret.filter(isSecretName)).toEqual(secret)
  expect(["bot-name", "keyboard", "max-tokens", "monkey"].filter(isSecretName)).toEqual([])
  expect(isSecretName(settingNameOf("LLM Key"))).toBe(true)
})

it("gives values of param-* the type they look like", () => {
  const named = (name: string, value: string) => paramOf({ name, value })
  expect(named("param-max-items", "5")).toEqual(["max_items", 5])
  expect(named("param-rate", "-0.5")).toEqual(["rate", -0.5])
  expect(named("param-open", "TRUE")).toEqual(["open", true])
  expect(named("param-zip", "01a")).toEqual(["zip", "01a"])
})
