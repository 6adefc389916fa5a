/** A fault the engine finds, not the program: it ends the run and cannot be caught. */
export class EngineFault extends Error {
  override readonly name = "EngineFault"
  readonly code: EngineFaultCode

  constructor(code: EngineFaultCode, message: string) {
    super(message)
    this.code = code
  }
}

export type EngineFaultCode =
  | "engine.replay_diverged"
  | "engine.too_many_effects"
  | "engine.too_many_messages"
  | "engine.message_too_long"
  | "engine.turn_failed"
  | "engine.machine_failed"
  | "engine.handler_failed"
  | "engine.version_missing"

/** What one turn may do, and what one conversation may hold. */
export const engineLimits = {
  messagesPerTurn: 500,
  messageChars: 64_000,
  saidCharsPerTurn: 1_000_000,
  dataEffectsPerTurn: 2_000,
  outsideEffectsPerTurn: 200,
  stateChars: 1_000_000,
  queuedInputs: 100,
  /** Reminders that lie on top of each other in one conversation. */
  runsOnTop: 10,
  suggestions: 50,
  responseHeaders: 50,
  /** Of what was said before a question without words of its own. */
  askedChars: 2_000,
  logLines: 200,
  logLineChars: 500,
  tracedSteps: 500,
  memoryKeyChars: 200,
  memoryValueChars: 200_000,
  /** After a turn broke off by itself. Units: ms. */
  restMs: 500,
} as const

/** What the person is told when a run ends by a fault; the details are for the developer's trace. */
const apologies: Readonly<Record<string, string>> = {
  en: "Sorry, something went wrong on our side. Please try again.",
  pt: "Desculpe, algo deu errado do nosso lado. Por favor, tente novamente.",
  es: "Lo sentimos, algo salió mal de nuestra parte. Por favor, inténtelo de nuevo.",
  fr: "Désolé, un problème est survenu de notre côté. Veuillez réessayer.",
  de: "Entschuldigung, bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.",
  it: "Spiacenti, qualcosa è andato storto da parte nostra. Riprova, per favore.",
}

/** `language` is a tag such as "pt-BR"; English for languages without a sentence of their own. */
export function apologize(language: string | null): string {
  const base = (language ?? "en").toLowerCase().split(/[-_]/)[0] ?? "en"
  return (Object.hasOwn(apologies, base) && apologies[base]) || apologies.en!
}
