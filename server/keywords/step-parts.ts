import type { Mail } from "#server/infra/mail/port.ts"
import type { Seal } from "#server/infra/seal/port.ts"

/** The ports a handler may use inside `step.outside`. Each is handed in by `server/start/build-container.ts`. */
export interface StepParts {
  /** Opens secrets that a record gives sealed, so that the journal never holds them. */
  readonly seal: Seal
  readonly mail: Mail
}
