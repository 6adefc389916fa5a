import { ListValue, MapValue, type Value } from "../vm/value.ts"

/** Which page of a service is asked for. */
export interface PageRequest {
  /** Names of the parameters. */
  readonly page: string
  readonly limit: string
  /** From 1. */
  readonly number: number
  readonly size: number
}

/** The address of one page: what the address asks for already stays as it is. */
export function pageUrl(endpoint: string, { page, limit, number, size }: PageRequest): string {
  const [base = "", fragment] = endpoint.split("#", 2)
  const parts = [
    `${encodeURIComponent(page)}=${number}`,
    ...(hasParameter(base, limit) ? [] : [`${encodeURIComponent(limit)}=${size}`]),
  ]
  const url = `${base}${base.includes("?") ? "&" : "?"}${parts.join("&")}`
  return fragment === undefined ? url : `${url}#${fragment}`
}

const hasParameter = (url: string, name: string): boolean =>
  (url.split("?", 2)[1] ?? "")
    .split("&")
    .some((part) => part.split("=", 1)[0] === encodeURIComponent(name))

/** The rows in an answer: the answer itself, or the first list of objects in it, also under `data`. */
export function rowsOfPage(answer: Value): MapValue[] {
  if (answer instanceof ListValue) return answer.items.filter((item) => item instanceof MapValue)
  if (!(answer instanceof MapValue)) return []
  for (const value of answer.entries.values()) {
    if (value instanceof ListValue && value.items.some((item) => item instanceof MapValue))
      return rowsOfPage(value)
  }
  const inner = answer.entries.get("data") ?? null
  return inner instanceof MapValue ? rowsOfPage(inner) : []
}
