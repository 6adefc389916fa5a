import { wordsOf } from "../diagnostics/report.ts"
import { numberOf } from "../functions/arguments.ts"
import { debugModeKey, isDebugging } from "../functions/debug-mode.ts"
import type { HearWait } from "../hear/wait.ts"
import { resolvePlatformCall } from "../platform/resolve-platform-call.ts"
import { StateError } from "../vm/errors.ts"
import { fromJson, toJson, toText } from "../vm/json.ts"
import type { Answer, Effect } from "../vm/outcome.ts"
import type { Json, Value } from "../vm/value.ts"
import { pretendHandlers, pretendNothing } from "./handlers.ts"
import { pretendHear } from "./hear.ts"
import { operandText, operandValue, showOperands } from "./operands.ts"
import type { PretendAnswer, PreviewOptions } from "./preview-options.ts"
import type { PretendWorld } from "./world.ts"

/** What an effect comes to in the preview. `event` is the transcript's entry without its place. */
export type Performed =
  /** `answer`: what the command gives besides; nothing when left out. */
  | { readonly kind: "say"; readonly text: string; readonly answer?: Answer }
  | { readonly kind: "ask"; readonly hear: HearWait }
  | { readonly kind: "pause"; readonly seconds: number }
  | { readonly kind: "await"; readonly event: string; readonly seconds: number | null }
  | { readonly kind: "answer"; readonly answer: Answer; readonly event?: EffectEvent }

type EffectEvent =
  | { readonly kind: "log"; readonly text: string }
  | {
      readonly kind: "effect"
      readonly keyword: string
      readonly text: string
      readonly operands: Json
    }

export const nothing: Answer = { kind: "value", value: null }

/** Pauses are cut to thirty years, so that the clock stays on the calendar. */
export const maxPauseSeconds = 1e9

const beginPause = (operand: Value): Performed => {
  const seconds = numberOf(operand)
  if (seconds === 0) return { kind: "answer", answer: nothing }
  if (seconds !== null && seconds > 0) {
    return { kind: "pause", seconds: Math.min(seconds, maxPauseSeconds) }
  }
  const code = seconds === null ? "basic.not_a_number" : "basic.out_of_range"
  const found = seconds ?? operandText({ operand }, "operand")
  const facts = { name: "seconds", operation: "WAIT", least: 0, most: null, found }
  return {
    kind: "answer",
    answer: { kind: "failed", code, message: wordsOf(code, facts).message },
  }
}

const perform = (effect: Effect, world: PretendWorld, options: PreviewOptions): Performed => {
  const resolved = resolvePlatformCall(effect)
  if (resolved.kind === "failed") return passOn(resolved, effect)
  const { keyword, operands } = resolved.effect
  if (keyword === "TALK" || keyword === "SEND MESSAGE")
    return { kind: "say", text: operandText(operands, "text") }
  if (keyword === "HEAR") return pretendHear(operands, world, options)
  if (keyword === "WAIT") return beginPause(operandValue(operands, "seconds"))
  if (keyword === "PRINT" && isDebugging(world.read("session", debugModeKey)))
    return { kind: "say", text: operandText(operands, "text") }
  if (keyword === "PRINT") {
    const event = { kind: "log", text: operandText(operands, "text") } as const
    return { kind: "answer", answer: nothing, event }
  }
  const given = options.answer?.({ keyword, operands: showOperands(operands) }) ?? null
  if (keyword === "TALK ANSWER" && !(given && "code" in given)) return sayAnswer(operands, given)
  if (given !== null) return watched(passOn(given, effect), resolved.effect, world, options)
  if (keyword === "WAIT FOR EVENT") {
    const event = operandText(operands, "event").trim().toLowerCase()
    const seconds = numberOf(operandValue(operands, "seconds"))
    return { kind: "await", event, seconds: seconds && Math.min(seconds, maxPauseSeconds) }
  }
  const handler = pretendHandlers.get(keyword) ?? pretendNothing
  const { answer, note } = handler(operands, world, options)
  const event = { kind: "effect", keyword, text: note, operands: showOperands(operands) } as const
  return watched({ kind: "answer", answer, event }, resolved.effect, world, options)
}

/**
 * What a test answers for the model is said; nobody is asked in a preview. An object has the words under `text` and the
 * end the task comes to under `end`.
 */
const sayAnswer = (operands: Effect["operands"], given: PretendAnswer | null): Performed => {
  const value = given && "value" in given ? given.value : null
  const { text = value, end = "" } = isEnding(value) ? value : {}
  const told = text === null ? "" : toText(fromJson(text))
  return {
    kind: "say",
    text: told || `(an answer to: ${operandText(operands, "question")})`,
    answer: { kind: "value", value: typeof end === "string" ? end : "" },
  }
}

const isEnding = (value: Json): value is { readonly text?: Json; readonly end?: Json } & Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "end" in value

/** Tells who watches how an effect came out, and lets the time pass that it takes. */
const watched = (
  done: Performed & { kind: "answer" },
  effect: Pick<Effect, "keyword" | "operands">,
  world: PretendWorld,
  { watch }: PreviewOptions,
): Performed => {
  if (watch?.answered === undefined && watch?.delays === undefined) return done
  const shown = { keyword: effect.keyword, operands: showOperands(effect.operands) }
  world.nowMs += (watch.delays?.(shown) ?? 0) * 1000
  const { answer } = done
  if (answer.kind !== "timeout")
    watch.answered?.(shown, answer.kind === "failed" ? answer : { value: toJson(answer.value) })
  return done
}

const passOn = (
  given: PretendAnswer,
  { keyword, operands }: Effect,
): Performed & { kind: "answer" } => {
  const isFailure = "code" in given
  const answer: Answer = isFailure
    ? { kind: "failed", code: given.code, message: given.message }
    : { kind: "value", value: fromJson(given.value) }
  const text = isFailure ? given.message : "The answer was given from outside."
  return {
    kind: "answer",
    answer,
    event: { kind: "effect", keyword, text, operands: showOperands(operands) },
  }
}

/** Pretends what a published bot would do. A value that cannot be handed over fails the command. */
export const performEffect = (
  effect: Effect,
  world: PretendWorld,
  options: PreviewOptions,
): Performed => {
  try {
    return perform(effect, world, options)
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    const answer = { kind: "failed", code: "basic.bad_value", message: error.message } as const
    return { kind: "answer", answer }
  }
}
