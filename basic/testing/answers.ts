import type { Expression } from "../ast/nodes.ts"
import { wordsOf } from "../diagnostics/report.ts"
import { unknownKeyword } from "../pretend/pretend-unknown.ts"
import type { PretendAnswer, PretendEffect } from "../pretend/preview-options.ts"
import type { Json } from "../vm/value.ts"
import type { Names } from "./evaluate.ts"

interface Given {
  readonly keyword: string
  readonly where: Expression | null
  readonly isFailure: boolean
  /** The value; of a failure the reason, where a number is the status of a reply. */
  readonly reply: Json
  /** It stands above the first TEST, so that an answer of the test itself goes before it. */
  readonly isSetup: boolean
  isUsed: boolean
}

type Holds = (condition: Expression, operands: Names) => boolean

/** Reading a session by GET asks nothing of the world outside. */
const contextPlace = /^\s*(session|user)\./i

/** The answers that a test gives to what a script asks of the world. */
export class Answers {
  private readonly given: Given[] = []
  private readonly holds: Holds

  constructor(holds: Holds) {
    this.holds = holds
  }

  add(given: Omit<Given, "isUsed">) {
    this.given.push({ ...given, isUsed: false })
  }

  /** Gives the first answer that fits and was not used; the last that fits stays for whatever follows. */
  reply(effect: PretendEffect): PretendAnswer | null {
    const operands = namesOf(effect.operands)
    const keyword = keywordOf(effect.keyword, operands)
    if (keyword === "GET" && contextPlace.test(String(operands.url))) return null
    const all = this.given.filter(
      (one) => one.keyword === keyword && (one.where === null || this.holds(one.where, operands)),
    )
    const own = all.filter(({ isSetup }) => !isSetup)
    const fitting = own.length > 0 ? own : all
    const found = fitting.find(({ isUsed }) => !isUsed) ?? fitting.at(-1)
    if (found === undefined)
      return effect.keyword === unknownKeyword ? refuseUnknown(keyword) : null
    found.isUsed = true
    return found.isFailure ? fail(keyword, operands, found.reply) : { value: found.reply }
  }
}

export const namesOf = (operands: Json): Names =>
  typeof operands === "object" && operands !== null && !Array.isArray(operands) ? operands : {}

/** A keyword that no definition knows hands its words over instead. */
export const keywordOf = (keyword: string, operands: Names): string =>
  keyword === unknownKeyword ? String(operands.words).toUpperCase().replaceAll("_", " ") : keyword

/** As a published bot meets it. */
function refuseUnknown(keyword: string): PretendAnswer {
  const code = "basic.unknown_keyword"
  return { code, message: wordsOf(code, { found: keyword, nearest: null }).message }
}

function fail(keyword: string, operands: Names, reason: Json): PretendAnswer {
  if (typeof reason !== "number") {
    const message = typeof reason === "string" ? reason : JSON.stringify(reason)
    return { code: "service.failed", message }
  }
  const asked = [keyword, operands.url].filter((part) => typeof part === "string").join(" ")
  const message = `${asked} was answered with status ${reason}.`
  return { code: "http.answered_with_error", message }
}
