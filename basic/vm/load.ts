import type { Bundle, Constant, EffectShape } from "../ir/bundle.ts"
import { type CodeFacts, verify } from "../ir/verify.ts"
import type { FunctionKeyword } from "../keywords/define.ts"
import { findFunction, keywords } from "../keywords/index.ts"
import type { Step } from "./steps/step.ts"
import type { Value } from "./value.ts"

/** A bundle made ready to run: checked, and with its names looked up. */
export interface LoadedProgram {
  readonly bundle: Bundle
  /** Carried into frozen states, so that a state never goes on with another program. */
  readonly hash: string
  readonly code: Int32Array
  readonly constants: readonly Value[]
  readonly effects: readonly EffectShape[]
  readonly facts: CodeFacts
  readonly evaluators: readonly FunctionKeyword["evaluate"][]
  /** The function each constant names when it stands after a dot; null when none has that name. */
  readonly methods: readonly (FunctionKeyword | null)[]
  /** Those of them that take just the value, so that they need no parentheses. */
  readonly properties: readonly (FunctionKeyword | null)[]
  /** By function: where it begins, its slots, its slots plus the deepest operand stack. */
  readonly entries: readonly number[]
  readonly localCounts: readonly number[]
  readonly frameSizes: readonly number[]
  /** What has been made of the code so far, and its costs, by the index where each step begins. */
  readonly steps: (Step | undefined)[]
  readonly costs: Int32Array
  /** 1 where a statement or its debug entry begins or ends: no step goes across. */
  readonly borders: Uint8Array
  /** Texts of ON MESSAGE, trimmed and in lower case, with their places among the handlers: one for each script. */
  readonly messageTexts: ReadonlyMap<string, readonly number[]>
  /** Scripts of the bundle may call each other. */
  readonly isLinked: boolean
}

const methodsByName = new Map<string, FunctionKeyword>()
for (const keyword of keywords) {
  if (keyword.runsOn !== "everywhere") continue
  for (const name of keyword.asMethod ?? []) methodsByName.set(name.toLowerCase(), keyword)
}

/**
 * Makes a bundle ready to run.
 *
 * Throws: BundleError when no compiler of ours can have written it.
 */
export function load(bundle: Bundle, hash: string): LoadedProgram {
  const facts = verify(bundle)
  const methods = bundle.constants.map(findMethod)
  return {
    bundle,
    hash,
    code: Int32Array.from(bundle.code),
    constants: bundle.constants,
    effects: bundle.effects,
    facts,
    evaluators: bundle.builtins.map((name) => findFunction(name)?.evaluate ?? refuse(name)),
    methods,
    properties: methods.map((method) => (method !== null && method.arity[0] <= 1 ? method : null)),
    entries: bundle.functions.map((info) => info.entry),
    localCounts: bundle.functions.map((info) => info.localCount),
    frameSizes: facts.frameSizes,
    steps: new Array<Step | undefined>(bundle.code.length).fill(undefined),
    costs: new Int32Array(bundle.code.length),
    borders: markBorders(bundle),
    messageTexts: listMessageTexts(bundle),
    isLinked: bundle.functions.some(({ script }) => script !== undefined),
  }
}

const findMethod = (constant: Constant): FunctionKeyword | null =>
  typeof constant === "string" ? (methodsByName.get(constant.toLowerCase()) ?? null) : null

function markBorders({ code, debug, handlers }: Bundle): Uint8Array {
  const borders = new Uint8Array(code.length)
  for (const at of debug.at) borders[at] = 1
  for (const at of handlers.statements) borders[at] = 1
  for (const { start, end } of handlers.failures) {
    borders[start] = 1
    borders[end] = 1
  }
  return borders
}

/** Of two handlers of a script for the same text the first counts. */
function listMessageTexts({ handlers }: Bundle): Map<string, number[]> {
  const places = new Map<string, number[]>()
  handlers.messages.forEach(({ texts }, index) => {
    for (const text of texts.map(normalizeMessage)) {
      const known = places.get(text)
      if (known === undefined) places.set(text, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  })
  return places
}

/** Messages are compared without case and without blanks around them. */
export const normalizeMessage = (text: string): string => text.trim().toLowerCase()

/** A function that was there when the bundle was made and is no longer. */
function refuse(name: string): FunctionKeyword["evaluate"] {
  return (_args, env) => env.fail("basic.unknown_function", { found: name })
}
