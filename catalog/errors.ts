import { authErrors } from "./errors/auth.ts"
import { botErrors } from "./errors/bot.ts"
import type { ErrorDefinition } from "./errors/define.ts"
import { evaluationErrors } from "./errors/evaluation.ts"
import { eventErrors } from "./errors/event.ts"
import { fileErrors } from "./errors/file.ts"
import { flowErrors } from "./errors/flow.ts"
import { keyErrors } from "./errors/key.ts"
import { knowledgeErrors } from "./errors/knowledge.ts"
import { modelErrors } from "./errors/model.ts"
import { orgErrors } from "./errors/org.ts"
import { outboundErrors } from "./errors/outbound.ts"
import { packageErrors } from "./errors/package.ts"
import { peopleErrors } from "./errors/people.ts"
import { promptErrors } from "./errors/prompt.ts"
import { requestErrors } from "./errors/request.ts"
import { serverErrors } from "./errors/server.ts"
import { tableErrors } from "./errors/table.ts"
import { textErrors } from "./errors/texts.ts"
import { understandingErrors } from "./errors/understanding.ts"
import { versionErrors } from "./errors/version.ts"

/**
 * Every error a person or a program can meet, in one table; the entries stand in `errors/`, by noun.
 *
 * A code says once: its HTTP status, whether trying again helps, a title, the sentence built from
 * facts, and what to do. REST, tRPC, the sockets and the logs all read it from here. Sentences say
 * what happened with the values in it; they never carry text from inside the system. A new code needs
 * its sentence in `errors.test.ts` and a page `docs/errors/<code>.md`.
 */
export const errors = {
  ...requestErrors,
  ...authErrors,
  ...orgErrors,
  ...botErrors,
  ...versionErrors,
  ...eventErrors,
  ...fileErrors,
  ...flowErrors,
  ...keyErrors,
  ...modelErrors,
  ...outboundErrors,
  ...packageErrors,
  ...knowledgeErrors,
  ...peopleErrors,
  ...promptErrors,
  ...evaluationErrors,
  ...serverErrors,
  ...tableErrors,
  ...textErrors,
  ...understandingErrors,
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errors
/** The facts a code's sentence is built from; `undefined` when it needs none. */
export type FactsOf<C extends ErrorCode> = Parameters<(typeof errors)[C]["detail"]>[0]

/** One error as every surface tells it. */
export interface ErrorText {
  readonly code: ErrorCode
  readonly status: number
  readonly retry: ErrorDefinition["retry"]
  readonly title: string
  readonly detail: string
  readonly fix: string
}

/** Builds what is told to the caller about an error. */
export function tellError<C extends ErrorCode>(code: C, facts: FactsOf<C>): ErrorText {
  const definition: ErrorDefinition = errors[code]
  // The table ties each code to its own facts; inside this function the tie is lost to the type checker.
  const detail = definition.detail as (facts: unknown) => string
  const { status, retry, title, fix } = definition
  return { code, status, retry, title, detail: detail(facts), fix }
}
