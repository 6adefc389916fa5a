/** What a test expects, held against what happened. */
import type { Expression } from "../ast/nodes.ts"
import type { PreviewEvent } from "../pretend/preview-shapes.ts"
import { keywordOf, namesOf } from "./answers.ts"
import { compare, evaluate, findName, listRead, type Names } from "./evaluate.ts"
import { listQuoted, quote, Unmet } from "./failure.ts"
import type { Expectation, Matcher } from "./nodes.ts"
import { sayFault, type Talk } from "./talk.ts"

type ExpectationOf<K extends Expectation["kind"]> = Extract<Expectation, { kind: K }>
type EventOf<K extends PreviewEvent["kind"]> = Extract<PreviewEvent, { kind: K }>

/** Holds one expectation against the conversation. Throws Unmet when it does not hold. */
export function checkExpectation(expectation: Expectation, talk: Talk) {
  switch (expectation.kind) {
    case "message":
      return checkMessage(expectation.matcher, talk)
    case "nothing":
      return checkNothing(talk)
    case "choices":
      return checkChoices(expectation, talk)
    case "variable":
      return checkVariable(expectation, talk)
    case "memory":
      return checkMemory(expectation, talk)
    case "effect":
      return checkEffect(expectation, talk)
    case "waiting":
      return checkWaiting(expectation, talk)
    case "end":
      return checkEnd(expectation, talk)
    case "error":
      return checkError(expectation, talk)
  }
}

const unmet = (expected: string, happened: string, at?: PreviewEvent | null, hint?: string) =>
  new Unmet("basic.test_unmet", expected, happened, {
    ...(at && "line" in at && { at }),
    ...(hint !== undefined && { hint }),
  })

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing"
  return text.length > 500 ? `${text.slice(0, 497)}...` : text
}

interface Wanted extends Omit<Matcher, "text"> {
  readonly text: string
}

const readMatcher = ({ how, isNegated, text }: Matcher, talk: Talk): Wanted => ({
  how,
  isNegated,
  text: talk.text(text),
})

function matches({ how, isNegated, text }: Wanted, found: string, talk: Talk): boolean {
  const operators = { contains: "CONTAINS", like: "LIKE" } as const
  const fits = how === "is" ? found === text : compare(operators[how], found, text, talk.context())
  return fits !== isNegated
}

function sayWanted({ how, isNegated, text }: Wanted, noun: string): string {
  const relation = {
    is: isNegated ? "other than " : "",
    contains: isNegated ? "without " : "that contains ",
    like: isNegated ? "not like " : "like ",
  }[how]
  const article = how === "is" && !isNegated ? "the" : "a"
  return `${article} ${noun} ${relation}${quote(text)}`
}

// ------------------------------------------------------------------ messages

/** The next message no line has looked at. A menu that asks nothing says only its buttons. */
const findMessage = (talk: Talk): number =>
  talk.events.findIndex(
    (event, index) => index >= talk.unread && event.kind === "bot" && event.text !== "",
  )

function checkMessage(matcher: Matcher, talk: Talk) {
  const wanted = readMatcher(matcher, talk)
  const index = findMessage(talk)
  const event = talk.events[index] as EventOf<"bot"> | undefined
  if (event === undefined) {
    talk.needGoing()
    throw unmet(sayWanted(wanted, "message"), saySilence(talk), null, hintForPause(talk))
  }
  if (!matches(wanted, event.text, talk))
    throw unmet(sayWanted(wanted, "message"), `the bot said ${quote(event.text)}`, event)
  talk.unread = index + 1
}

function saySilence(talk: Talk): string {
  const hasSpoken = talk.events
    .slice(talk.turnStart)
    .some((event) => event.kind === "bot" && event.text !== "")
  const silence = hasSpoken ? "the bot said nothing more" : "the bot said nothing"
  return `${silence}; ${sayWaiting(talk)}`
}

const hintForPause = (talk: Talk): string | undefined =>
  talk.preview.waiting?.kind === "time"
    ? "Write SKIP above this line to let the pause pass."
    : undefined

function sayWaiting({ preview: { status, waiting } }: Talk): string {
  if (waiting === null) return status === "ended" ? "the script has ended" : "it has not begun"
  if (waiting.kind === "time") return "it pauses"
  return `it waits for ${waiting.kind === "menu" ? "a choice" : `an answer (${waiting.kind})`}`
}

function checkNothing(talk: Talk) {
  talk.needGoing()
  const event = talk.events[findMessage(talk)] as EventOf<"bot"> | undefined
  if (event !== undefined)
    throw unmet("no further message", `the bot said ${quote(event.text)}`, event)
}

function checkChoices({ labels }: ExpectationOf<"choices">, talk: Talk) {
  const wanted = labels.map((label) => talk.text(label))
  const found = talk.choices.map(({ label }) => label)
  const isSame = wanted.length === found.length && wanted.every((each, at) => each === found[at])
  if (isSame) return
  talk.needGoing()
  const happened = found.length === 0 ? "there are none" : `they are ${listQuoted(found)}`
  throw unmet(`the choices ${listQuoted(wanted)}`, happened)
}

// -------------------------------------------------------------------- values

function checkVariable({ condition }: ExpectationOf<"variable">, talk: Talk) {
  if (talk.value(condition) === true) return
  const names = talk.names()
  const shown = listRead(condition).map((name) => {
    const known = findName(names, name)
    return `${name} is ${show(known === undefined ? null : names[known])}`
  })
  talk.needGoing()
  throw unmet("the condition to hold", shown.length > 0 ? shown.join(", ") : "it does not")
}

function checkMemory({ scope, key, value }: ExpectationOf<"memory">, talk: Talk) {
  const name = talk.text(key)
  const wanted = talk.value(value)
  const found = talk.preview.memory[scope].find((each) => each.key === name)?.value ?? null
  if (compare("=", found, wanted, talk.context())) return
  talk.needGoing()
  throw unmet(`${quote(name)} in the ${scope} memory to be ${show(wanted)}`, `it is ${show(found)}`)
}

// ------------------------------------------------------------------- effects

type Done = EventOf<"effect"> | EventOf<"log">

const operandsOf = (event: Done): Names =>
  event.kind === "log" ? { text: event.text } : namesOf(event.operands)

const nameOf = (event: Done): string =>
  event.kind === "log" ? "PRINT" : keywordOf(event.keyword, operandsOf(event))

const isDone = (event: PreviewEvent): event is Done =>
  event.kind === "effect" || event.kind === "log"

function fits(event: Done, where: Expression | null, talk: Talk): boolean {
  if (where === null) return true
  const found = evaluate(where, { ...talk.names(), ...operandsOf(event) }, talk.context())
  return found.isKnown && found.value === true
}

function checkEffect({ keyword, where, isNegated }: ExpectationOf<"effect">, talk: Talk) {
  const done = talk.events.slice(talk.turnStart).filter(isDone)
  const found = done.find(
    (event) =>
      nameOf(event) === keyword &&
      (isNegated || !talk.expectedEffects.has(event)) &&
      fits(event, where, talk),
  )
  const condition = where === null ? "" : " that fits WHERE"
  if (isNegated && found !== undefined)
    throw unmet(`no ${keyword}${condition}`, `there was ${showEffect(found)}`, found)
  if (isNegated) return
  if (found !== undefined) {
    talk.expectedEffects.add(found)
    return
  }
  talk.needGoing()
  const others = done.filter((event) => !talk.expectedEffects.has(event)).map(showEffect)
  const happened = others.length === 0 ? "there was none" : `there was ${others.join("; ")}`
  throw unmet(`the effect ${keyword}${condition}`, happened)
}

const showEffect = (event: Done): string => `${nameOf(event)} ${show(operandsOf(event))}`

// --------------------------------------------------------------------- state

function checkWaiting({ type }: ExpectationOf<"waiting">, talk: Talk) {
  const { waiting } = talk.preview
  if (waiting !== null && (type === null || waiting.kind === type)) return
  talk.needGoing()
  const named = type === "time" ? "a bot that pauses" : `a bot that waits for ${type}`
  throw unmet(type === null ? "a bot that waits" : named, sayWaiting(talk))
}

function checkEnd({ value }: ExpectationOf<"end">, talk: Talk) {
  talk.needGoing()
  const last = talk.events.at(-1)
  if (last?.kind !== "end") throw unmet("the script to end", sayWaiting(talk))
  if (value === null) return
  const wanted = talk.value(value)
  if (!compare("=", last.value, wanted, talk.context()))
    throw unmet(`the script to end with ${show(wanted)}`, `it ended with ${show(last.value)}`)
}

function checkError({ matcher }: ExpectationOf<"error">, talk: Talk) {
  const fault = talk.events.slice(talk.turnStart).findLast(({ kind }) => kind === "fault")
  if (fault?.kind !== "fault")
    throw unmet("the script to stop with an error", `it did not; ${sayWaiting(talk)}`)
  const wanted = matcher === null ? null : readMatcher(matcher, talk)
  if (wanted !== null && !matches(wanted, fault.message, talk))
    throw unmet(sayWanted(wanted, "error"), sayFault(fault), fault)
  talk.stoppedBy = null
}
