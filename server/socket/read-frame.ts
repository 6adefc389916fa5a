import { z } from "zod"
import { AppError } from "#server/errors/app-error.ts"
import { IdempotencyKey, SaidChoice, SaidText } from "#server/services/conversations/schema.ts"
import { parseInput } from "#server/services/define-verb.ts"

const Hello = z.strictObject({
  t: z.literal("hello"),
  token: z.string().min(1).max(1_000),
  after: z.int().min(0).max(2_147_483_647).default(0),
})
const SendText = SaidText.extend({ t: z.literal("send"), key: IdempotencyKey })
const SendChoice = SaidChoice.extend({ t: z.literal("send"), key: IdempotencyKey })
const Ping = z.strictObject({ t: z.literal("ping") })
const SendKey = z.looseObject({ t: z.literal("send"), key: IdempotencyKey })
const Kind = z.looseObject({ t: z.enum(["hello", "send", "ping"]) })

export type HelloFrame = z.output<typeof Hello>
export type SendFrame = z.output<typeof SendText> | z.output<typeof SendChoice>
export type Frame = HelloFrame | SendFrame | z.output<typeof Ping>

/**
 * Reads one frame of a client.
 *
 * Throws: AppError "request.malformed" for what is not JSON, "request.refused" for what has another shape.
 */
export function readFrame(text: string): Frame {
  const frame = parseInput(Kind, parseJson(text))
  if (frame.t === "hello") return parseInput(Hello, frame)
  if (frame.t === "ping") return parseInput(Ping, frame)
  return "choice" in frame ? parseInput(SendChoice, frame) : parseInput(SendText, frame)
}

/** The key of a `send` that was refused for something else in it, so that the client knows which one it was. */
export function readKey(text: string): string | undefined {
  const parsed = SendKey.safeParse(tryJson(text))
  return parsed.success ? parsed.data.key : undefined
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "JSON" }, { cause })
  }
}
