import { maxNesting } from "#basic/format/budget.ts"
import type { Json } from "#basic/vm/value.ts"
import { refuseStatus } from "../markup/fetch-page.ts"
import { isElement, type MarkupElement, textOf } from "../markup/markup.ts"
import { readMarkup } from "../markup/read-markup.ts"
import { EffectFailed, type HttpReply } from "../step.ts"
import { localName } from "./find-operation.ts"

/**
 * Reads the answer of a SOAP service: the elements inside the body's one element as an object.
 *
 * Shape:  element names without prefixes are members; several of one name are a list; an element without
 *         elements is its text, and null when it says it is nil.
 * Throws: `EffectFailed` "soap.fault" with the words of the fault; "http.markup_refused" for a document
 *         with a type of its own, "http.answered_with_error" for a failure that is no SOAP.
 */
export function readResponse(operation: string, reply: HttpReply): Json {
  const document = readMarkup(reply.body, { isXml: true, refusesDoctype: true })
  const envelope = findChild(document.root, "Envelope")
  const body = envelope && findChild(envelope, "Body")
  if (!body) {
    refuseStatus(`SOAP ${operation}`, reply)
    throw new EffectFailed("soap.fault", `${operation} was not answered with a SOAP envelope.`)
  }
  const fault = findChild(body, "Fault")
  if (fault) throw new EffectFailed("soap.fault", `${operation} failed: ${readFault(fault)}`)
  refuseStatus(`SOAP ${operation}`, reply)
  const [answer] = body.children.filter(isElement)
  const value = answer === undefined ? null : toValue(answer)
  return typeof value === "object" ? value : { [localName(answer?.name ?? "value")]: value }
}

/** An element is an object, and its several of one name a list: two levels each. */
const deepest = Math.floor(maxNesting / 2) - 1

function toValue(element: MarkupElement, depth = 0): Json {
  // What is nested deeper than a program's values may be is given as its text.
  if (depth >= deepest) return textOf(element)
  const parts = element.children.filter(isElement)
  const isNil = [...element.attributes].some(
    ([name, value]) => localName(name) === "nil" && /^(?:true|1)$/.test(value),
  )
  if (isNil) return null
  if (parts.length === 0) return element.children.join("")
  const members = new Map<string, Json[]>()
  for (const part of parts) {
    const name = localName(part.name)
    const known = members.get(name)
    if (known) known.push(toValue(part, depth + 1))
    else members.set(name, [toValue(part, depth + 1)])
  }
  return Object.fromEntries(
    [...members].map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? null) : values,
    ]),
  )
}

/** SOAP 1.1 says `faultstring`, 1.2 `Reason/Text`. */
function readFault(fault: MarkupElement): string {
  const words = findChild(fault, "faultstring") ?? findChild(fault, "Reason") ?? fault
  return textOf(words).slice(0, 500) || "no reason was given."
}

const findChild = ({ children }: MarkupElement, name: string): MarkupElement | undefined =>
  children.filter(isElement).find((child) => localName(child.name) === name)
