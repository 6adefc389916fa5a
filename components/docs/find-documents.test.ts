import { expect, test } from "vitest"
import { findDocuments } from "./find-documents.ts"

const entry = (kind: string, name: string, title: string, summary = "") => ({
  kind,
  name,
  title,
  summary,
})
const documents = [
  entry("guides", "security", "Security"),
  entry("guides", "getting-started", "The first five minutes", "From nothing to a bot."),
  entry("keywords", "set-bot-memory", "SET BOT MEMORY", "Keeps a value."),
  entry("keywords", "talk", "TALK", "Says a message of the bot."),
  entry("errors", "bot.not_found", "No such bot"),
]
const names = (words: string) => findDocuments(documents, words).map(({ name }) => name)

test("without words it gives everything, guides in reading order", () => {
  expect(names(" ")).toEqual([
    "getting-started",
    "security",
    "set-bot-memory",
    "talk",
    "bot.not_found",
  ])
})

test("it finds by name, title and summary, in any case, and needs every word", () => {
  expect(names("NOT_FOUND")).toEqual(["bot.not_found"])
  expect(names("memory set")).toEqual(["set-bot-memory"])
  expect(names("message zebra")).toEqual([])
})

test("the page called like the words comes first, then titles, then pages that only mention them", () => {
  const pages = [
    entry("guides", "basic-for-beginners", "BASIC for beginners", "Talk to people with TALK."),
    entry("keywords", "talk", "TALK", "Says a message."),
    entry("keywords", "talk-to", "TALK TO", "Says a message to somebody else."),
    { ...entry("keywords", "wait", "WAIT", "Pauses."), terms: "basic.out_of_range seconds talk" },
  ]
  const found = (words: string) => findDocuments(pages, words).map(({ name }) => name)
  expect(found("talk")).toEqual(["talk", "talk-to", "basic-for-beginners", "wait"])
  expect(found("basic.out_of_range")).toEqual(["wait"])
  expect(found("TALK_TO")).toEqual(["talk-to", "basic-for-beginners"])
})

test("a thousand pages are searched while a key is down", () => {
  const pages = Array.from({ length: 1000 }, (_, at) => ({
    ...entry("keywords", `word-${at}`, `WORD ${at}`, "Does something with words and more."),
    terms: "alpha beta gamma ".repeat(25),
  }))
  const begin = performance.now()
  for (let count = 0; count < 10; count++) findDocuments(pages, `gamma ${count}`)
  expect((performance.now() - begin) / 10).toBeLessThan(100)
})

test("a title that begins with the words comes before one that has them", () => {
  expect(names("bot")[0]).toBe("set-bot-memory")
  expect(names("no such")).toEqual(["bot.not_found"])
  expect(names("ta")[0]).toBe("talk")
})
