import { EffectFailed, type Step } from "../step.ts"

/** A script reaches the session of its own conversation; naming another one is refused. */
export function checkOwnSession(session: string | undefined, step: Step) {
  if (session === undefined || session === "" || session === step.conversationId) return
  throw new EffectFailed(
    "session.not_own",
    "A script can read and write the session of its own conversation only.",
  )
}
