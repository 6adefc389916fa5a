import type { Answer, Effect } from "../vm/outcome.ts"
import type { Value } from "../vm/value.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { PretendWorld } from "./world.ts"

/** What a handler did: the answer for the script, and a line for the transcript. */
export interface Pretended {
  readonly answer: Answer
  readonly note: string
}

export type PretendHandler = (
  operands: Effect["operands"],
  world: PretendWorld,
  options: PreviewOptions,
) => Pretended

export const done = (note: string, value: Value = null): Pretended => ({
  answer: { kind: "value", value },
  note,
})

export const failed = (code: string, message: string): Pretended => ({
  answer: { kind: "failed", code, message },
  note: message,
})

/** The handlers of one family, by the name the VM yields. */
export type PretendHandlers = Readonly<Record<string, PretendHandler>>
