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

test("a title that begins with the words comes first", () => {
  expect(names("bot")[0]).toBe("getting-started")
  expect(names("no such")).toEqual(["bot.not_found"])
  expect(names("ta")[0]).toBe("talk")
})
