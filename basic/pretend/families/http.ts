import { printIsoDate } from "../../format/print-date.ts"
import { fromJson, toJson } from "../../vm/json.ts"
import { DateValue, type Json } from "../../vm/value.ts"
import { operandJson, operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandler, type PretendHandlers } from "../pretended.ts"
import type { PretendReply, PretendRequest, PreviewOptions } from "../preview-options.ts"

const notSent = (what: string) => `${what} was not asked; a pretended answer was given.`

/** What a page of the web gives in a preview. */
const page =
  (value: Json): PretendHandler =>
  (operands) =>
    done(notSent(operandText(operands, "url")), fromJson(value))

/** Asks whoever runs the preview, as POST does; null when nobody answers for the service. */
function askHost(
  method: PretendRequest["method"],
  url: string,
  body: Json,
  options: PreviewOptions,
): PretendReply | null {
  return options.http?.({ method, url, headers: {}, body }) ?? null
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const graphql: PretendHandler = (operands, _world, options) => {
  const url = operandText(operands, "url")
  const variables = operandValue(operands, "variables")
  const asked = {
    query: operandText(operands, "query"),
    variables: variables === null ? {} : toJson(variables),
  }
  const reply = askHost("POST", url, asked, options)
  const body = reply?.body ?? null
  const isAnswer = isObject(body) && ("data" in body || "errors" in body)
  return done(notSent(url), fromJson(isAnswer ? body : { data: body ?? { pretend: true } }))
}

const soap: PretendHandler = (operands, _world, options) => {
  const url = operandText(operands, "url")
  const reply = askHost("POST", url, operandJson(operands, "params"), options)
  if ((reply?.status ?? 200) >= 400)
    return failed("soap.fault", `${operandText(operands, "operation")} failed: it was pretended.`)
  const body = reply?.body ?? null
  return done(notSent(url), fromJson(isObject(body) ? body : { pretend: true }))
}

const feed: PretendHandler = (operands, world) => {
  const count = Math.min(3, Math.max(1, Number(operandValue(operands, "count") ?? 3)))
  const url = operandText(operands, "url")
  const entries = ["first", "second", "third"].slice(0, count).map((nth, index) => ({
    title: `The ${nth} entry`,
    link: `https://example.org/news/${index + 1}`,
    description: "What happened, in a few words.",
    published: printIsoDate(new DateValue(world.nowMs - index * 86_400_000, 0, true)),
    author: "Ana",
    id: `https://example.org/news/${index + 1}`,
    categories: ["news"],
  }))
  return done(notSent(url), fromJson(entries))
}

const mcp: PretendHandler = (operands) =>
  done(
    notSent(`The MCP server ${operandText(operands, "server")}`),
    fromJson({ pretend: true, tool: operandText(operands, "tool") }),
  )

const forecast: PretendHandler = (operands) => {
  const days = Math.min(5, Math.max(1, Number(operandValue(operands, "days") ?? 3)))
  const lines = Array.from(
    { length: days },
    (_, day) => `Day ${day + 1}: ${12 + day} to 19 °C, sunny`,
  )
  return done(notSent("The weather service"), lines.join("\n"))
}

/** How this family of commands behaves in a preview. */
export const httpPretend: PretendHandlers = {
  GRAPHQL: graphql,
  SOAP: soap,
  SCRAPE: page("A heading of the page"),
  "SCRAPE ALL": page(["First part", "Second part"]),
  "SCRAPE TABLE": page([
    { item: "Coffee", price: "2.50" },
    { item: "Tea", price: "2.00" },
  ]),
  "SCRAPE LINKS": page([{ url: "https://example.org/contact", text: "Contact" }]),
  "SCRAPE IMAGES": page([{ url: "https://example.org/logo.png", alt: "Logo" }]),
  RSS: feed,
  WEATHER: (operands) =>
    done(notSent("The weather service"), `${operandText(operands, "place")}: sunny, 19 °C`),
  FORECAST: forecast,
  "USE MCP": mcp,
  "MCP INVOKE": mcp,
  "MCP LIST TOOLS": page([
    { name: "find-book", description: "Finds a book.", parameters: { type: "object" } },
  ]),
  "WEBSITE OF": (operands) =>
    done(notSent(operandText(operands, "company")), "https://www.example.org"),
}
