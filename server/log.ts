import { type DestinationStream, type Logger, pino } from "pino"
import type { Env } from "./env.ts"
import { isAppError } from "./errors/app-error.ts"

export type Log = Logger

const mask = "•••"
const maxDepth = 6
const maxTextChars = 4_000
/** Names whose values never reach the log, wherever they stand. */
const secretName = /pass(word|wd)?$|secret|token|authorization|cookie|api.?key|credential|^code$/i

/**
 * Opens the log: one JSON object to a line, on standard error.
 *
 * Values under names that look secret are masked; line breaks, escapes and other control characters
 * of any logged text are encoded, so that nobody can forge a line.
 */
export function openLog(
  level: Env["logLevel"],
  destination: DestinationStream = pino.destination(2),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (object) => cleanObject(object, 0),
      },
      serializers: { err: (value: unknown) => value },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args.map((arg) =>
            typeof arg === "string" ? cleanText(arg) : arg,
          )
          // pino's own arguments are a tuple; mapping keeps their places and kinds.
          method.apply(this, [first, ...rest] as Parameters<typeof method>)
        },
      },
    },
    destination,
  )
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value)
  if (typeof value === "bigint") return value.toString()
  if (typeof value !== "object" || value === null) return value
  if (value instanceof Date) return value
  if (value instanceof Error) return cleanError(value, depth)
  if (depth >= maxDepth) return "..."
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => clean(entry, depth + 1))
  return cleanObject(value, depth)
}

function cleanObject(object: object, depth: number): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(object)) {
    if (name === "__proto__") continue
    const isError = name === "err" || name === "error"
    cleaned[cleanText(name)] = secretName.test(name) && !isError ? mask : clean(value, depth + 1)
  }
  return cleaned
}

function cleanError(error: Error, depth: number): Record<string, unknown> {
  const code = isAppError(error) ? error.code : "code" in error ? error.code : undefined
  return {
    name: error.name,
    ...(code === undefined ? {} : { errorCode: clean(code, depth + 1) }),
    message: cleanText(error.message),
    stack: cleanText(error.stack ?? ""),
    ...(error.cause === undefined || depth >= maxDepth
      ? {}
      : { cause: clean(error.cause, depth + 1) }),
  }
}

/** JSON encodes what lies below U+0020; the rest of what a terminal obeys is encoded here. */
function cleanText(text: string): string {
  const short = text.length > maxTextChars ? `${text.slice(0, maxTextChars)}...` : text
  return short.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  })
}
