import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete"
import type { Diagnostic as EditorDiagnostic } from "@codemirror/lint"
import { hoverTooltip } from "@codemirror/view"
import { type Diagnostic, keywords, readNames } from "#basic"

/** What the analyzer found, in the editor's shape; spans are kept inside the text. */
export function toEditorDiagnostics(
  found: readonly Diagnostic[],
  length: number,
): EditorDiagnostic[] {
  return found.map((diagnostic) => ({
    from: Math.min(diagnostic.span.start, length),
    to: Math.min(Math.max(diagnostic.span.end, diagnostic.span.start + 1), length),
    severity: diagnostic.severity === "hint" ? "hint" : diagnostic.severity,
    message: diagnostic.hint ? `${diagnostic.message} ${diagnostic.hint}` : diagnostic.message,
    source: diagnostic.code,
    actions: diagnostic.fix
      ? [
          {
            name: diagnostic.fix.title,
            apply: (view) =>
              view.dispatch({
                changes: (diagnostic.fix?.edits ?? []).map((edit) => ({
                  from: edit.span.start,
                  to: edit.span.end,
                  insert: edit.text,
                })),
              }),
          },
        ]
      : [],
  }))
}

/** Offers keywords where a statement begins, functions and the program's own names elsewhere. */
export function completeSource(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_ ]*/u)
  const line = context.state.doc.lineAt(context.pos)
  const before = line.text.slice(0, context.pos - line.from)
  const isStart = /^\s*[\p{L}_ ]*$/u.test(before)
  if (!word && !context.explicit) return null
  const typed = isStart ? before.trimStart() : (/[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? "")
  if (typed === "" && !context.explicit) return null
  const from = context.pos - typed.length
  const commands = keywords.filter((keyword) => keyword.runsOn === "server")
  const functions = keywords.filter((keyword) => keyword.runsOn === "everywhere")
  const names = readNames(context.state.doc.toString())
  const options = isStart
    ? [
        ...commands.map((keyword) => ({
          label: keyword.name,
          detail: keyword.summary,
          type: "keyword",
          apply: `${keyword.name} `,
        })),
        ...names.variables.map((name) => ({ label: name, type: "variable" })),
      ]
    : [
        ...names.variables.map((name) => ({ label: name, type: "variable", boost: 2 })),
        ...names.labels.map((name) => ({ label: name, type: "label" })),
        ...functions.map((keyword) => ({
          label: keyword.name,
          detail: keyword.summary,
          type: "function",
        })),
      ]
  return { from, options, validFor: /^[\p{L}\p{N}_ ]*$/u }
}

/** Shows a keyword's sentence and shapes above the word under the pointer. */
export const sourceHover = hoverTooltip((view, position) => {
  const line = view.state.doc.lineAt(position)
  const offset = position - line.from
  const upper = line.text.toUpperCase()
  const under = keywords
    .map((keyword) => ({ keyword, at: findWord(upper, keyword.name.toUpperCase(), offset) }))
    .filter((entry) => entry.at >= 0)
    .sort((a, b) => b.keyword.name.length - a.keyword.name.length)[0]
  if (!under) return null
  const { keyword, at } = under
  return {
    pos: line.from + at,
    end: line.from + at + keyword.name.length,
    above: true,
    create: () => ({
      dom: drawHover(
        keyword.summary,
        keyword.forms.map((form) => (typeof form === "string" ? form : form.shape)),
      ),
    }),
  }
})

/** Where a word that covers the offset begins, or -1. */
function findWord(text: string, word: string, offset: number): number {
  for (let at = text.indexOf(word); at >= 0 && at <= offset; at = text.indexOf(word, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}_]/u.test(text[at - 1] ?? " ") &&
      !/[\p{L}\p{N}_]/u.test(text[at + word.length] ?? " ")
    if (isWhole && offset <= at + word.length) return at
  }
  return -1
}

function drawHover(summary: string, forms: readonly string[]): HTMLElement {
  const box = document.createElement("div")
  box.className = "bw-hover"
  const shapes = document.createElement("code")
  shapes.textContent = forms[0] ?? ""
  const sentence = document.createElement("div")
  sentence.textContent = summary
  box.append(shapes, sentence)
  return box
}
