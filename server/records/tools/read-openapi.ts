import type { Json } from "#basic/vm/value.ts"
import { readSchema } from "./check-arguments.ts"
import type { ToolOperation } from "./read-tools.ts"

type JsonObject = { readonly [key: string]: Json }

export interface ReadService {
  /** The first server the document names; null where it names none that is complete. */
  readonly url: string | null
  readonly operations: readonly ToolOperation[]
}

const methods = ["get", "post", "put", "patch", "delete"] as const
const maxOperations = 200
/** How deep references are followed: a schema may name itself. */
const maxDepth = 8

/** Reads the operations of an OpenAPI 3 document. Throws: Error with a sentence's end that says what is wrong. */
export function readOpenapi(text: string): ReadService {
  const document = parse(text)
  if (!/^3\./.test(String(document.openapi ?? ""))) throw new Error("is no OpenAPI 3 document")
  const operations: ToolOperation[] = []
  for (const [path, item] of Object.entries(objectOf(document.paths))) {
    const shared = listOf(objectOf(item).parameters)
    for (const method of methods) {
      const operation = objectOf(item)[method]
      if (!isObject(operation) || operations.length >= maxOperations) continue
      const read = readOperation(document, path, method, operation, shared)
      if (read !== null) operations.push(read)
    }
  }
  const [server] = listOf(document.servers)
  const url = isObject(server) ? String(server.url ?? "") : ""
  return { url: /^https?:\/\//i.test(url) ? url : null, operations }
}

function parse(text: string): JsonObject {
  try {
    const document: unknown = JSON.parse(text)
    if (isObject(document as Json)) return document as JsonObject
  } catch {}
  throw new Error("is no JSON")
}

function readOperation(
  document: JsonObject,
  path: string,
  method: (typeof methods)[number],
  operation: JsonObject,
  shared: readonly Json[],
): ToolOperation | null {
  if (!path.startsWith("/") || path.includes("..")) return null
  const parameters = [...shared, ...listOf(operation.parameters)].map((each) =>
    objectOf(resolve(document, each, 0)),
  )
  const named = (place: string) =>
    parameters.filter((each) => each.in === place && typeof each.name === "string")
  const body = readBody(document, operation)
  const own = parameters.filter(({ in: place }) => place !== "cookie")
  const properties: Record<string, Json> = Object.create(null)
  for (const each of own)
    properties[String(each.name)] = {
      ...objectOf(resolve(document, each.schema ?? {}, 0)),
      ...(typeof each.description === "string" && { description: each.description.slice(0, 300) }),
    }
  if (body !== null) Object.assign(properties, body.properties)
  const required = [
    ...own
      .filter((each) => each.required === true || each.in === "path")
      .map(({ name }) => String(name)),
    ...(body?.required ?? []),
  ]
  const schema = {
    type: "object",
    properties: { ...properties },
    required,
    additionalProperties: false,
  }
  if (readSchema(schema) === null) return null
  const words = [operation.summary, operation.description].find((each) => typeof each === "string")
  return {
    name: nameOf(operation, method, path),
    description: String(words ?? `${method.toUpperCase()} ${path}`).slice(0, 1_000),
    method: method.toUpperCase() as ToolOperation["method"],
    path,
    query: named("query").map(({ name }) => String(name)),
    headers: named("header")
      .map(({ name }) => String(name))
      .filter(isHarmless),
    hasBody: body !== null,
    schema,
  }
}

/** No argument of a model becomes a header that carries rights or leads elsewhere. */
const isHarmless = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name) &&
  !/^(?:authorization|cookie|host|content-length|transfer-encoding|connection|proxy-.*|x-forwarded-.*|idempotency-key|x-api-key)$/i.test(
    name,
  )

/** The fields of a JSON body become arguments; a body that is no object is the argument `body`. */
function readBody(document: JsonObject, operation: JsonObject) {
  const content = objectOf(objectOf(resolve(document, operation.requestBody ?? null, 0)).content)
  const json = Object.entries(content).find(([type]) =>
    /^application\/(?:[\w.+-]+\+)?json/i.test(type),
  )
  if (json === undefined) return null
  const schema = objectOf(resolve(document, objectOf(json[1]).schema ?? {}, 0))
  const properties = objectOf(schema.properties)
  if (Object.keys(properties).length === 0)
    return { properties: { body: schema }, required: [] as string[] }
  const required = listOf(schema.required).filter((each) => typeof each === "string")
  return { properties, required }
}

function nameOf(operation: JsonObject, method: string, path: string): string {
  const given =
    typeof operation.operationId === "string" ? operation.operationId : `${method}${path}`
  return (
    given
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || method
  )
}

/** Puts what references name in their place, as deep as a tool's description needs. */
function resolve(document: JsonObject, value: Json, depth: number): Json {
  if (depth > maxDepth) return {}
  if (Array.isArray(value)) return value.map((each) => resolve(document, each, depth + 1))
  if (!isObject(value)) return value
  if (typeof value.$ref === "string")
    return resolve(document, follow(document, value.$ref), depth + 1)
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, resolve(document, each, depth + 1)]),
  )
}

/** Only inside the document: nothing is fetched. */
function follow(document: JsonObject, reference: string): Json {
  if (!reference.startsWith("#/")) return {}
  let at: Json = document
  for (const part of reference.slice(2).split("/")) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~")
    if (!isObject(at) || !Object.hasOwn(at, name)) return {}
    at = at[name] ?? null
  }
  return at
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
