import type { Json } from "#basic/vm/value.ts"
import type { ModelProvider } from "#catalog/models/define.ts"

/** Whom a question goes to, and on whose account. */
export interface ModelAccount {
  readonly provider: ModelProvider
  /** The beginning of the addresses that are called. The key is sent nowhere else. */
  readonly url: string
  readonly key: string | null
}

export interface ModelQuestion {
  readonly model: string
  readonly system: string | null
  readonly messages: readonly ModelMessage[]
  /** What the model may ask for instead of answering; nothing of it is done here. */
  readonly tools?: readonly ModelTool[]
  /** JSON Schema the answer shall fit; nothing of it is checked here. */
  readonly schema?: Json
  readonly maxOutputTokens: number
  readonly temperature: number | null
  /** For everything together, a second try included. */
  readonly timeoutMs: number
  /** Hears every part of the answer while it comes. After a second try it begins anew. */
  readonly onText?: (part: string) => void
  /** The answer begins anew: what was heard of it counts no more. */
  readonly onRestart?: () => void
}
export type ModelMessage =
  | {
      readonly role: "user"
      readonly text: string
      readonly pictures?: readonly ModelPicture[]
    }
  | { readonly role: "assistant"; readonly text: string; readonly calls?: readonly ModelCall[] }
  | { readonly role: "tool"; readonly results: readonly ModelCallResult[] }

export interface ModelPicture {
  readonly bytes: Uint8Array
  readonly mimeType: string
}

export interface ModelTool {
  /** Letters, figures, hyphens and underscores, at most 64. */
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments: an object. */
  readonly schema: Json
}
/** A tool a model asks for. Nothing of it was checked. */
export interface ModelCall {
  readonly id: string
  readonly name: string
  readonly arguments: Json
}
export interface ModelCallResult {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly isError: boolean
}

export interface ModelAnswer {
  readonly text: string
  /** Tools it asks for; the answer is not complete without their results. */
  readonly calls: readonly ModelCall[]
  readonly inputTokens: number
  /** Of `inputTokens`, those the service had kept from before. */
  readonly cachedTokens: number
  readonly outputTokens: number
  /** It ended at `maxOutputTokens`, not by itself. */
  readonly isCut: boolean
}

/** What is done besides answering: which model does it, and how long it may take. */
interface TaskWish {
  readonly model: string
  readonly timeoutMs: number
}
export interface Recording extends TaskWish {
  readonly bytes: Uint8Array
  readonly mimeType: string
  /** As in "pt"; null when nothing is known of it. */
  readonly language: string | null
}
export interface Transcript {
  readonly text: string
  /** How long it is; null when the service does not say. */
  readonly seconds: number | null
}
export interface SpokenText extends TaskWish {
  readonly text: string
  readonly voice: string
}
export interface TextsToEmbed extends TaskWish {
  readonly texts: readonly string[]
}
export interface EmbeddedTexts {
  /** One of length 1 for each text, in order. */
  readonly vectors: readonly Float32Array[]
  readonly tokens: number
}

/** Language models of every kind. Throws `ModelFailure`. */
export interface Models {
  ask(account: ModelAccount, question: ModelQuestion): Promise<ModelAnswer>
  /** Writes down what is said. */
  transcribe(account: ModelAccount, recording: Recording): Promise<Transcript>
  /** Says a text aloud: an MP3. */
  speak(account: ModelAccount, said: SpokenText): Promise<Uint8Array>
  embed(account: ModelAccount, texts: TextsToEmbed): Promise<EmbeddedTexts>
  /** The models a service that speaks as OpenAI does has itself. */
  listNames(account: ModelAccount, limits: { readonly timeoutMs: number }): Promise<string[]>
  /** How many tokens a text has, by the most common tokenizer. */
  countTokens(text: string): Promise<number>
}

export type ModelFailureCode =
  /** The service does not take the key, the model's name or the question. */
  | "model.refused"
  /** It is overloaded, or the account has asked too often. */
  | "model.busy"
  | "model.timed_out"
  | "model.unreachable"
  /** It broke off in the middle, or answered with something that is no answer. */
  | "model.broke_off"
  /** The service will not say what was asked for. */
  | "model.blocked"

/** A question that was not answered. The message names the provider and its status, never a key or what was asked. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure"
  readonly code: ModelFailureCode
  /** When the service would like to be asked again. Units: ms; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(code: ModelFailureCode, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}
