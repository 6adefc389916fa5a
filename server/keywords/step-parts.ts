import type { AnswerMemory } from "#server/infra/answers/port.ts"
import type { Documents } from "#server/infra/documents/port.ts"
import type { FileLinks, Files } from "#server/infra/files/port.ts"
import type { Mail } from "#server/infra/mail/port.ts"
import type { Outbound } from "#server/infra/outbound/port.ts"
import type { Seal } from "#server/infra/seal/port.ts"
import type { Knowledge } from "#server/knowledge/port.ts"
import type { Models } from "#server/models/port.ts"
import type { Understanding } from "#server/understanding/port.ts"

/** The ports a handler may use inside `step.outside`. Each is handed in by `server/start/build-container.ts`. */
export interface StepParts {
  /** Opens secrets that a record gives sealed, so that the journal never holds them. */
  readonly seal: Seal
  readonly mail: Mail
  /** Language models. */
  readonly models: Models
  /** Answers that were given lately. */
  readonly answers: AnswerMemory
  /** What a question means, as a vector of length 1; null where there is no embedder. */
  readonly embedQuestion: (question: string) => Promise<readonly number[] | null>
  /** Lets time pass. Units: ms. */
  readonly pause: (ms: number) => Promise<void>
  /** Contents of files. */
  readonly files: Files
  readonly links: FileLinks
  readonly documents: Documents
  /** What bots know; handlers ask through `step.searchKnowledge`. */
  readonly knowledge: Knowledge
  /** What bots understand; handlers ask through `step.understand`. */
  readonly understanding: Understanding
  /** For answers that are no text; `step.request` is for those that are. */
  readonly outbound: Pick<Outbound, "request">
}
