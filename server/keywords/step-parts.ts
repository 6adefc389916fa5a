import type { Mail } from "#server/infra/mail/port.ts"

/** The ports a handler may use inside `step.outside`. Each is handed in by `server/start/build-container.ts`. */
export interface StepParts {
  readonly mail: Mail
}
