/** What a file of conversation tests says: `docs/adr/0019-conversations-as-tests.md` has the language. */
import type { Expression } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"

export interface TestFile {
  /** What stands above the first TEST: it happens at the beginning of each. */
  readonly setup: readonly TestLine[]
  readonly tests: readonly TestCase[]
}

export interface TestCase {
  readonly name: string
  /** 1-based line of its TEST. */
  readonly line: number
  readonly span: Span
  readonly lines: readonly TestLine[]
}

export interface TestLine {
  readonly act: TestAct
  readonly span: Span
  /** 1-based. */
  readonly line: number
  /** As it is written, without comments. */
  readonly text: string
}

export type MemoryScope = "bot" | "user" | "session"

/** One line of a test. The first five prepare; then come the person and the clock; then what is expected. */
export type TestAct =
  | { readonly kind: "use"; readonly path: string }
  | { readonly kind: "at"; readonly time: Expression; readonly zone: Expression | null }
  | {
      readonly kind: "setMemory"
      readonly scope: MemoryScope
      readonly key: Expression
      readonly value: Expression
    }
  | { readonly kind: "setVariable"; readonly name: string; readonly value: Expression }
  | { readonly kind: "setLanguage"; readonly language: Expression }
  | AnswerAct
  | { readonly kind: "start"; readonly text: Expression | null }
  | { readonly kind: "say"; readonly text: Expression }
  | { readonly kind: "choose"; readonly choice: Expression }
  | { readonly kind: "sendFile"; readonly file: Expression }
  /** `amount: null` lets pass whatever the bot waits for. */
  | { readonly kind: "skip"; readonly amount: Expression | null; readonly unitSeconds: number }
  | { readonly kind: "restart" }
  | { readonly kind: "expect"; readonly expectation: Expectation }

/** How something outside answers: `ANSWER keyword [WHERE condition] WITH value | FAILS reason`. */
export interface AnswerAct {
  readonly kind: "answer"
  readonly keyword: string
  readonly where: Expression | null
  readonly isFailure: boolean
  readonly reply: Expression
}

export type Expectation =
  | { readonly kind: "message"; readonly matcher: Matcher }
  | { readonly kind: "nothing" }
  | { readonly kind: "choices"; readonly labels: readonly Expression[] }
  | { readonly kind: "variable"; readonly condition: Expression }
  | {
      readonly kind: "memory"
      readonly scope: MemoryScope
      readonly key: Expression
      readonly value: Expression
    }
  | {
      readonly kind: "effect"
      readonly keyword: string
      readonly where: Expression | null
      readonly isNegated: boolean
    }
  /** The kind as a conversation names it: "email", "menu", "time"; null for any. */
  | { readonly kind: "waiting"; readonly type: string | null }
  | { readonly kind: "end"; readonly value: Expression | null }
  | { readonly kind: "error"; readonly matcher: Matcher | null }

export interface Matcher {
  readonly how: "is" | "contains" | "like"
  readonly isNegated: boolean
  readonly text: Expression
}
