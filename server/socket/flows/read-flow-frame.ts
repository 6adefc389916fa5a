import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { parseInput } from "#server/services/define-verb.ts"

const bytes = z.base64().max(limits.flowFrameBytes)
const place = z.number().min(-10_000_000).max(10_000_000)
const offset = z.int().min(0).max(limits.draftSourceChars)
const count = z.int().min(0).max(2_147_483_647)

const PresenceInput = z.strictObject({
  flowId: z.string().max(100),
  pointer: z.strictObject({ x: place, y: place }).nullable(),
  selection: z.array(z.string().max(100)).max(50),
  cursor: z.strictObject({ anchor: offset, head: offset }).nullable(),
  view: z.strictObject({ x: place, y: place, zoom: z.number().min(0.01).max(10) }).nullable(),
})

const Frame = z.discriminatedUnion("t", [
  z.strictObject({
    t: z.literal("hello"),
    org: idOf("org"),
    botId: idOf("bot"),
    scriptId: idOf("scr"),
    client: z.int().min(0).max(4_294_967_295),
    generation: z.string().max(100).optional(),
    vector: bytes.optional(),
  }),
  z.strictObject({ t: z.literal("update"), n: count, update: bytes }),
  z.strictObject({ t: z.literal("presence"), presence: PresenceInput.nullable() }),
  z.strictObject({ t: z.literal("flush") }),
  z.strictObject({ t: z.literal("ping") }),
])

export type FlowFrame = z.output<typeof Frame>
export type FlowHello = Extract<FlowFrame, { t: "hello" }>
export type FlowUpdate = Extract<FlowFrame, { t: "update" }>

/** Reads one frame of a builder. Throws: AppError "request.malformed" for what is not JSON, "request.refused" for another shape. */
export function readFlowFrame(text: string): FlowFrame {
  return parseInput(Frame, parseJson(text))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "JSON" }, { cause })
  }
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"))
