import type { Family } from "../keywords/define.ts"
import { findCommand } from "../keywords/index.ts"
import type { PretendAnswer, PretendEffect } from "../pretend/preview-options.ts"
import type { Json } from "../vm/value.ts"

/** Kinds of effects that have a switch of their own. */
export const effectKinds = ["connect", "ai", "data", "people"] as const
export type EffectKind = (typeof effectKinds)[number]

/** What becomes of effects of a kind: pretended, asked of a person, or a bad day of the service. */
export const effectModes = ["pretend", "ask", "slow", "error", "refused"] as const
export type EffectMode = (typeof effectModes)[number]

/** Kinds that are left out are pretended. */
export type EffectRules = Partial<Record<EffectKind, EffectMode>>

/** How long a slow service takes. Units: seconds. */
export const slowSeconds = 20

const byFamily: Readonly<Record<Family, EffectKind>> = {
  connect: "connect",
  ai: "ai",
  people: "people",
  data: "data",
  say: "people",
  ask: "people",
  decide: "data",
  flow: "data",
}

/** The kind of an effect, by the family of its keyword. */
export const kindOfEffect = (keyword: string): EffectKind =>
  byFamily[findCommand(keyword)?.canvas?.family ?? "connect"]

export interface RuledEffect {
  readonly isAsked: boolean
  /** Null: the preview pretends. */
  readonly answer: PretendAnswer | null
  readonly delaySeconds: number
}

/** What the rules say of an effect. */
export function decideEffect(
  rules: EffectRules,
  { keyword, operands }: PretendEffect,
): RuledEffect {
  const mode = rules[kindOfEffect(keyword)] ?? "pretend"
  return {
    isAsked: mode === "ask",
    answer: mode === "error" || mode === "refused" ? failWith(mode, keyword, operands) : null,
    delaySeconds: mode === "slow" ? slowSeconds : 0,
  }
}

function failWith(mode: "error" | "refused", keyword: string, operands: Json): PretendAnswer {
  const url = readUrl(operands)
  const status = mode === "error" ? 503 : 403
  if (url !== null) {
    const message = `${keyword} ${url} was answered with status ${status}.`
    return { code: "http.answered_with_error", message }
  }
  return mode === "error"
    ? { code: "service.failed", message: `${keyword}: the service did not work.` }
    : { code: "service.refused", message: `${keyword}: the service refused.` }
}

function readUrl(operands: Json): string | null {
  if (typeof operands !== "object" || operands === null || Array.isArray(operands)) return null
  return typeof operands.url === "string" ? operands.url : null
}
