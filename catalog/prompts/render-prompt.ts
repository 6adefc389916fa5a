import { fillHoles, type PromptVariable } from "./prompt-variable.ts"

export type RenderedPrompt =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly problem: "missing" | "refused"
      readonly name: string
      /** What it has to be, for a value that was refused. */
      readonly wanted: string
    }

/** Units: characters. */
const maxLineChars = 500
const maxQuoteChars = 8_000

/**
 * Puts values into a prompt. A value is looked at by its kind; what people wrote stays data: a line cannot begin a
 * new one, and a quote stands in a frame it cannot end.
 */
export function renderPrompt(
  text: string,
  variables: readonly PromptVariable[],
  values: Readonly<Record<string, string>>,
): RenderedPrompt {
  const given = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
  const filled = new Map<string, string>()
  for (const variable of variables) {
    const { name, fallback } = variable
    const own = given.get(name.toLowerCase()) ?? ""
    const value = own.trim() === "" ? fallback : own
    if (value === null) return { ok: false, problem: "missing", name, wanted: "" }
    const read = readValue(variable, value)
    if (read === null) return { ok: false, problem: "refused", name, wanted: wantedOf(variable) }
    filled.set(name.toLowerCase(), read)
  }
  return { ok: true, text: fillHoles(text, (name) => filled.get(name.toLowerCase()) ?? "") }
}

function readValue({ kind, name, choices }: PromptVariable, value: string): string | null {
  const line = value.replace(/\s+/g, " ").trim()
  switch (kind) {
    case "number":
      return line !== "" && Number.isFinite(Number(line)) ? line : null
    case "date":
      return /^\d{4}-\d{2}-\d{2}\b/.test(line) && !Number.isNaN(Date.parse(line.slice(0, 10)))
        ? withoutFrames(line).slice(0, 40)
        : null
    case "choice":
      return choices.find((choice) => choice.toLowerCase() === line.toLowerCase()) ?? null
    case "quote":
      return `<quote name="${name}">\n${withoutFrames(value).slice(0, maxQuoteChars)}\n</quote>`
    default:
      return withoutFrames(line).slice(0, maxLineChars)
  }
}

function wantedOf({ kind, choices }: PromptVariable): string {
  if (kind === "choice") return `one of ${choices.join(", ")}`
  return kind === "date" ? "a date such as 2026-11-20" : "a number"
}

/** Frames that tell data from instructions; a value can neither open nor close one. */
const withoutFrames = (text: string): string =>
  text.replace(/<(\/?)(documents?|summary|system|instructions|quote)\b/gi, "‹$1$2")
