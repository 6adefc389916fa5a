import { expect, test } from "vitest"
import { ratePassword } from "./rate-password.ts"

test("a password the server would refuse rates nothing", () => {
  expect(ratePassword("aaaaabbbbbaaaaabbbbb")).toBe(0)
  expect(ratePassword("")).toBe(0)
  expect(ratePassword("Xk9$mQ2!v")).toBe(0)
})

test("what everybody tries first rates weak however long it is", () => {
  for (const password of ["passwordpassword", "1234567890", "abcdefghijklm"])
    expect(ratePassword(password), password).toBe(1)
})

test("the person's own name and address make a password weak", () => {
  expect(ratePassword("ada.lovelace1", ["Ada Lovelace", "ada@example.com"])).toBe(1)
  expect(ratePassword("ada.lovelace1")).toBeGreaterThan(1)
})

test("length and variety make a password strong", () => {
  expect(ratePassword("green-harbor-violin-41")).toBe(4)
  expect(ratePassword("vK7#pWq2!zRm")).toBeGreaterThanOrEqual(3)
})
