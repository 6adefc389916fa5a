import type { Json } from "#basic/vm/value.ts"
import { EffectFailed } from "../step.ts"
import type { SoapOperation } from "./find-operation.ts"

const envelopes = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
}
const maxDepth = 50
/** What may be the name of an element: letters of any script, then digits, hyphens and dots as well. */
const elementName = /^[\p{L}_][\p{L}\p{N}_.-]{0,199}$/u

/**
 * Writes the request of an operation: each member of `values` becomes an element, a list several of one
 * name, an object nests, null is an element that says it is nil.
 *
 * Throws: `EffectFailed` "soap.value_refused" for a member whose name is no name of an element.
 */
export function printEnvelope(operation: SoapOperation, values: Json) {
  const { element, namespace, isQualified, version, action } = operation
  const prefix = namespace === "" ? "" : "m:"
  const inner = printMembers(values, isQualified ? prefix : "", 0)
  const declared = namespace === "" ? "" : ` xmlns:m="${escapeXml(namespace)}"`
  const name = `${prefix}${checkName(element)}`
  const body =
    `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${envelopes[version]}" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Body>` +
    `<${name}${declared}>${inner}</${name}></s:Body></s:Envelope>`
  const quoted = action.replace(/["\r\n]/g, "")
  const headers: [string, string][] =
    version === "1.1"
      ? [
          ["content-type", "text/xml; charset=utf-8"],
          ["soapaction", `"${quoted}"`],
        ]
      : [["content-type", `application/soap+xml; charset=utf-8; action="${quoted}"`]]
  return { body, headers }
}

function printMembers(value: Json, prefix: string, depth: number): string {
  if (depth > maxDepth) throw refuse("nests deeper than 50 objects")
  if (value === null) return ""
  if (typeof value !== "object") return escapeXml(String(value))
  if (Array.isArray(value))
    return value.map((item) => printElement("item", item, prefix, depth)).join("")
  return Object.entries(value)
    .flatMap(([name, member]) =>
      (Array.isArray(member) ? member : [member]).map((one) =>
        printElement(name, one, prefix, depth),
      ),
    )
    .join("")
}

function printElement(name: string, value: Json, prefix: string, depth: number): string {
  const full = `${prefix}${checkName(name)}`
  if (value === null) return `<${full} xsi:nil="true"/>`
  return `<${full}>${printMembers(value, prefix, depth + 1)}</${full}>`
}

function checkName(name: string): string {
  if (!elementName.test(name)) throw refuse(`has ${JSON.stringify(name.slice(0, 40))} as a name`)
  return name
}

const refuse = (problem: string) =>
  new EffectFailed("soap.value_refused", `What is sent ${problem}, which SOAP cannot carry.`)

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}
/** Characters that XML cannot carry are left out. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
