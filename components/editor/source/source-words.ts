import type { Diagnostic } from "#basic"
import type { WordDoc } from "#basic/services/describe.ts"
import type { FindingWords } from "../say-finding.ts"

/** The words of the source view in the person's language. */
export interface SourceWords {
  /** A text of the catalogue `source`, by its key. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** What a word of the language does, in the words of its step, or in its own where it has none. */
  readonly summary: (doc: WordDoc) => string
  /** What an operand is, by the sentence of its definition. */
  readonly operand: (sentence: string) => string
  /** What a finding says: the sentence, what to do, and what its repair is called. */
  readonly finding: (found: Diagnostic) => FindingWords
}

/** The texts CodeMirror says itself, by its English words. */
export const phraseKeys: Readonly<Record<string, string>> = {
  Find: "search.find",
  Replace: "search.replaceWith",
  next: "search.next",
  previous: "search.previous",
  all: "search.all",
  "match case": "search.case",
  "by word": "search.word",
  regexp: "search.pattern",
  replace: "search.replace",
  "replace all": "search.replaceAll",
  close: "search.close",
  "current match": "search.current",
  "replaced match on line $": "search.replaced",
  "replaced $ matches": "search.replacedAll",
  "on line": "search.onLine",
  Completions: "completions",
  "Fold line": "fold",
  "Unfold line": "unfold",
  "Folded lines": "foldedLines",
  "Unfolded lines": "unfoldedLines",
  "folded code": "foldedCode",
  unfold: "unfold",
  to: "search.to",
  "Selection deleted": "selectionDeleted",
  "Go to line": "search.goToLine",
  go: "search.go",
}
