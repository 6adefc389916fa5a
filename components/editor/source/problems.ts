import type { Diagnostic as EditorDiagnostic } from "@codemirror/lint"
import type { Diagnostic } from "#basic"
import type { SourceWords } from "./source-words.ts"

/** What the analyzer found, in the editor's shape; spans are kept inside the text. */
export function toEditorDiagnostics(
  found: readonly Diagnostic[],
  length: number,
  words: SourceWords,
): EditorDiagnostic[] {
  return found.map((diagnostic) => {
    const { message, hint, fix } = words.finding(diagnostic)
    const edits = diagnostic.fix?.edits ?? []
    return {
      from: Math.min(diagnostic.span.start, length),
      to: Math.min(Math.max(diagnostic.span.end, diagnostic.span.start + 1), length),
      severity: diagnostic.severity,
      message: hint === null ? message : `${message} ${hint}`,
      source: diagnostic.code,
      actions:
        fix === null
          ? []
          : [
              {
                name: fix,
                apply: (view) =>
                  view.dispatch({
                    changes: edits.map(({ span, text }) => ({
                      from: span.start,
                      to: span.end,
                      insert: text,
                    })),
                    userEvent: "fix",
                  }),
              },
            ],
    }
  })
}
