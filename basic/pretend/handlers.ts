import { parseLifetime } from "../dates/lifetime.ts"
import { wordsOf } from "../diagnostics/report.ts"
import { fromJson } from "../vm/json.ts"
import type { Json } from "../vm/value.ts"
import { aiPretend } from "./families/ai.ts"
import { botPretend } from "./families/bot.ts"
import { dialogPretend } from "./families/dialog.ts"
import { eventPretend } from "./families/event.ts"
import { filePretend } from "./families/file.ts"
import { httpPretend } from "./families/http.ts"
import { mailPretend } from "./families/mail.ts"
import { mediaPretend } from "./families/media.ts"
import { peoplePretend } from "./families/people.ts"
import { scriptPretend } from "./families/script.ts"
import { socialPretend } from "./families/social.ts"
import { pretendTable, tablePretend } from "./families/tables.ts"
import { taskPretend } from "./families/task.ts"
import { sendPretendRequest } from "./http.ts"
import { operandJson, operandText, operandValue } from "./operands.ts"
import { unknownKeyword } from "./pretend-unknown.ts"
import { done, failed, type PretendHandler } from "./pretended.ts"
import type { MemoryScope } from "./world.ts"

const show = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

const write =
  (scope: MemoryScope): PretendHandler =>
  (operands, world) => {
    const key = operandText(operands, "key")
    const plainKey = scope === "session" ? key.replace(/^session\./i, "") : key
    const value = operandJson(operands, "value")
    world.write(scope, plainKey, value)
    return done(`The ${scope} memory ${plainKey} is ${show(value)}.`)
  }

const read =
  (scope: MemoryScope): PretendHandler =>
  (operands, world) => {
    const key = operandText(operands, "key")
    const value = world.read(scope, key)
    return done(`The ${scope} memory ${key} gave ${show(value)}.`, fromJson(value))
  }

const remember =
  (name: string): PretendHandler =>
  (operands, world) => {
    const key = operandText(operands, "key")
    const duration = operandValue(operands, "duration")
    const seconds = parseLifetime(duration)
    if (seconds === null) {
      const facts = {
        name,
        found: operandText(operands, "duration"),
        expected: 'a length of time such as "30 days"',
      }
      return failed("basic.bad_value", wordsOf("basic.bad_value", facts).message)
    }
    const value = operandJson(operands, "value")
    world.write("user", key, value, seconds)
    return done(`The user memory ${key} is ${show(value)}.`)
  }

/** A path of the drive, not an address: GET reads the file, DELETE deletes it. */
const drivePath = /^[^:/][^:]*\.[a-z0-9]{1,8}$/i

const request =
  (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"): PretendHandler =>
  (operands, world, options) => {
    const isRows = method === "DELETE" && operands.filter !== undefined
    if (isRows) return pretendTable("DELETE")(operands, world, options)
    const path = operandText(operands, "url")
    const onFile = { GET: filePretend.READ, DELETE: filePretend["DELETE FILE"] }[method as string]
    const isFile = onFile !== undefined && drivePath.test(path) && !/^(session|user)\./i.test(path)
    return isFile
      ? onFile({ path }, world, options)
      : sendPretendRequest(method, operands, world, options)
  }

const addSuggestion: PretendHandler = (operands, world) => {
  const label = operandText(operands, "label")
  const value = operandValue(operands, "value") === null ? label : operandText(operands, "value")
  if (label !== "") world.suggest({ label, value })
  return done(`The button ${label} is offered.`)
}

/** One for each command a host performs, but TALK, PRINT, HEAR and WAIT, which the driver does itself. */
export const pretendHandlers: ReadonlyMap<string, PretendHandler> = new Map<string, PretendHandler>(
  [
    ["ADD SUGGESTION", addSuggestion],
    [
      "CLEAR SUGGESTIONS",
      (_operands, world) => {
        world.suggestions = []
        return done("The buttons are removed.")
      },
    ],
    [
      "SYSTEM PROMPT",
      (operands, world) => {
        world.systemPrompt = operandText(operands, "text")
        return done("The instructions of the bot are set.")
      },
    ],
    [
      "SET CONTEXT",
      (operands, world) => {
        const name = operandText(operands, "name")
        world.context.set(name, operandText(operands, "value"))
        return done(name === "" ? "The context is set." : `The context ${name} is set.`)
      },
    ],
    [
      "SET LANGUAGE",
      (operands, world) => {
        world.language = operandText(operands, "language").trim()
        return done(`The language is ${world.language}.`)
      },
    ],
    ["SET BOT MEMORY", write("bot")],
    ["GET BOT MEMORY", read("bot")],
    ["SET USER MEMORY", remember("SET USER MEMORY")],
    ["GET USER MEMORY", read("user")],
    ["SET SESSION", write("session")],
    ["GET SESSION", read("session")],
    ["REMEMBER", remember("REMEMBER")],
    ["RECALL", read("user")],
    ["GET", request("GET")],
    ["POST", request("POST")],
    ["PUT", request("PUT")],
    ["PATCH", request("PATCH")],
    ["DELETE", request("DELETE")],
    [
      "SET HEADER",
      (operands, world) => {
        const name = operandText(operands, "name")
        world.setHeader(name, operandText(operands, "value"))
        return done(`The header ${name} is set.`)
      },
    ],
    [
      "CLEAR HEADERS",
      (_operands, world) => {
        world.headers.clear()
        return done("The headers are removed.")
      },
    ],
    ...Object.entries(dialogPretend),
    ...Object.entries(httpPretend),
    ...Object.entries(tablePretend),
    ...Object.entries(filePretend),
    ...Object.entries(mailPretend),
    ...Object.entries(taskPretend),
    ...Object.entries(aiPretend),
    ...Object.entries(botPretend),
    ...Object.entries(eventPretend),
    ...Object.entries(peoplePretend),
    ...Object.entries(socialPretend),
    ...Object.entries(mediaPretend),
    ...Object.entries(scriptPretend),
    [
      unknownKeyword,
      (operands) =>
        done(`${operandText(operands, "words")} is not available; the line was skipped.`),
    ],
  ],
)

/** Whatever else a script asks for is noted and gives nothing. */
export const pretendNothing: PretendHandler = (operands) => {
  const to = operandValue(operands, "to")
  return done(to === null ? "This is only pretended here." : `To ${operandText(operands, "to")}.`)
}
