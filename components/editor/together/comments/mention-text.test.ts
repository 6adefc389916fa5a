import { expect, it } from "vitest"
import { findMention, listMentions, splitMentions, suggest } from "./mention-text.ts"

const people = [
  { userId: "1", name: "Ana Sousa" },
  { userId: "2", name: "Ana" },
  { userId: "3", name: "Ben Okafor" },
]

it("finds the name that is being typed behind an @, and none in an address", () => {
  expect(findMention("see @Be", 7)).toEqual({ start: 4, typed: "Be" })
  expect(findMention("a@b.c", 5)).toBeNull()
  expect(findMention("no", 2)).toBeNull()
})
it("suggests whoever has a word of their name that begins so", () => {
  expect(suggest(people, "ok").map(({ userId }) => userId)).toEqual(["3"])
  expect(suggest(people, "")).toHaveLength(3)
})
it("tells names from the words around them, the longest first", () => {
  expect(listMentions("@Ben Okafor look", people)).toEqual(["3"])
  expect(splitMentions("Hi @Ana Sousa!", people)).toEqual([
    { text: "Hi ", isName: false },
    { text: "@Ana Sousa", isName: true },
    { text: "!", isName: false },
  ])
})
