import { expect, it } from "vitest"
import { moveItem, nameNew } from "./list-field.tsx"
import { insertAt } from "./words-field.tsx"

it("moves a choice one place and loses none", () => {
  expect(moveItem(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"])
  expect(moveItem(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"])
})
it("never offers a new choice that is there already", () => {
  expect(nameNew(["Answer 3", "b"], (number) => `Answer ${number}`)).toBe("Answer 4")
})
it("puts a variable where the cursor is, in place of what is selected", () => {
  const at = (selectionStart: number, selectionEnd: number) => ({ selectionStart, selectionEnd })
  expect(insertAt("Hello !", "${name}", at(6, 6))).toEqual({ text: "Hello ${name}!", cursor: 13 })
  expect(insertAt("Hello you", "${name}", at(6, 9))).toEqual({ text: "Hello ${name}", cursor: 13 })
  expect(insertAt("Hello", "${name}", null)).toEqual({ text: "Hello${name}", cursor: 12 })
})
