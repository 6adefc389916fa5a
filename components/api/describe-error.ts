import type { TFunction } from "i18next"

/** An error as a person is told it. */
export interface ErrorWords {
  readonly code: string
  readonly title: string
  /** What happened and what to do, in whole sentences. */
  readonly text: string
  /** For whoever runs the server; null when there is nothing to look up. */
  readonly requestId: string | null
}

/** What the server sends about an error, read with care: it may come from a proxy in between. */
export interface ErrorFacts {
  readonly code: string | null
  readonly detail: string | null
  readonly fix: string | null
  readonly requestId: string | null
}

/** Reads the problem the server told (`data.problem`). A request that got no answer reads as "network". */
export function readErrorFacts(error: unknown): ErrorFacts {
  const data = fieldOf(error, "data")
  const problem = fieldOf(data, "problem")
  return {
    code: isRecord(data) ? textOf(fieldOf(problem, "code")) : "network",
    detail: textOf(fieldOf(problem, "detail")),
    fix: textOf(fieldOf(problem, "fix")),
    requestId: textOf(fieldOf(problem, "requestId")),
  }
}

/** Says in the person's language what happened and what to do; falls back to the server's own sentences. */
export function describeError(error: unknown, t: TFunction<"problems">): ErrorWords {
  const { code, detail, fix, requestId } = readErrorFacts(error)
  const words = describeCode(code ?? "internal.unexpected", t, detail ?? "")
  const own = [detail, fix].filter(Boolean).join(" ")
  return { ...words, text: words.isKnown || own === "" ? words.text : own, requestId }
}

/** The words of a code, when nothing but the code is known. */
export function describeCode(
  code: string,
  t: TFunction<"problems">,
  /** The server's own sentence, for the few codes whose text names it. */
  detail = "",
): ErrorWords & { readonly isKnown: boolean } {
  // The catalogue holds an entry for each code of catalog/errors.ts; a newer server may send others.
  const translate = t as (key: string, options: Record<string, unknown>) => string
  const title = translate(`${code}.title`, { defaultValue: "" })
  const text = translate(`${code}.text`, { defaultValue: "", detail }).trim()
  const isKnown = title !== "" && text !== ""
  const unknown = { title: t("unknown.title"), text: t("unknown.text") }
  return { code, ...(isKnown ? { title, text } : unknown), requestId: null, isKnown }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) || value instanceof Error ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}
