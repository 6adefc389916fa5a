import { isSameName } from "#basic/assistant/assistant.ts"
import type { Json } from "#basic/vm/value.ts"
import type { ToolOperation, ToolService } from "#server/records/tools/read-tools.ts"
import { readJson } from "../../http/read-json.ts"
import { EffectFailed, type HttpRequest, type Step } from "../../step.ts"
import { journalNameOf, type OfferedTool } from "./offered-tool.ts"

/** The operations of a service, or one of them. A key that was given for another address is not used. */
export function listServiceTools(
  wanted: string,
  services: readonly ToolService[],
  step: Step,
): OfferedTool[] {
  const [serviceName = "", operation] = wanted.split(".")
  const service = services.find(({ name }) => isSameName(name, serviceName.trim()))
  if (service === undefined || !URL.canParse(service.url)) return []
  if (service.keySealed !== null && service.keyOrigin !== new URL(service.url).origin) {
    step.log(`policy: the key of ${service.name} belongs to another address`)
    return []
  }
  return service.operations
    .filter(({ name }) => operation === undefined || isSameName(name, operation.trim()))
    .map((each) => makeTool(service, each))
}

function makeTool(service: ToolService, operation: ToolOperation): OfferedTool {
  const { name, description, schema, method } = operation
  const called = `${service.name}.${name}`
  return {
    ...{ name: called, description, schema, isParallel: true, isChanging: method !== "GET" },
    perform: (args, step) =>
      step.outside(
        method === "GET" ? "same key" : "error",
        async (key) => {
          const request = toRequest(service, operation, args, key, step)
          const { status, body } = await step.request(request)
          if (status >= 400)
            throw new EffectFailed(
              "tool.failed",
              `${called} answered with status ${status}: ${body.slice(0, 300)}`,
            )
          return readJson(body) ?? body.slice(0, 50_000)
        },
        { name: journalNameOf(called), arguments: { ...args } },
      ),
  }
}

/** Arguments become parts of the address, headers and a body; none of them can lead to another place. */
function toRequest(
  { url, keySealed, keyHeader }: ToolService,
  { method, path, query, headers, hasBody }: ToolOperation,
  args: Readonly<Record<string, Json>>,
  key: string,
  step: Step,
): HttpRequest {
  const used = new Set<string>(query)
  const filled = path.replace(/\{([^}]+)\}/g, (_hole, name: string) => {
    used.add(name)
    return encodeSegment(args[name] ?? "")
  })
  const search = new URLSearchParams()
  for (const name of query)
    for (const value of listOf(args[name])) search.append(name, textOf(value))
  const own = headers.flatMap((name): [string, string][] => {
    used.add(name)
    const value = args[name]
    return value === undefined || value === null ? [] : [[name.toLowerCase(), plainOf(value)]]
  })
  const rest = Object.entries(args).filter(([name]) => !used.has(name))
  const body = hasBody ? JSON.stringify(args.body ?? Object.fromEntries(rest)) : null
  const secret = keySealed === null ? null : step.parts.seal.open(keySealed)
  return {
    method,
    url: `${url.replace(/\/+$/, "")}${filled}${search.size > 0 ? `?${search}` : ""}`,
    headers: [
      ["accept", "application/json"],
      ...own,
      ...(body === null ? [] : [["content-type", "application/json"] as const]),
      ...(method === "GET" ? [] : [["idempotency-key", key] as const]),
      ...(secret === null ? [] : [keyPair(keyHeader, secret)]),
    ],
    body,
  }
}

const keyPair = (header: string | null, secret: string): readonly [string, string] =>
  header === null || header.toLowerCase() === "authorization"
    ? ["authorization", /\s/.test(secret) ? secret : `Bearer ${secret}`]
    : [header.toLowerCase(), secret]

const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const textOf = (value: Json): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value)
/** No line break may end a header early. */
const plainOf = (value: Json): string => textOf(value).replace(/[^\x20-\x7e]+/g, " ")
/** Dots alone would climb out of the path. */
const encodeSegment = (value: Json): string =>
  encodeURIComponent(textOf(value)).replace(/^\.{1,2}$/, (dots) => dots.replaceAll(".", "%2E"))
