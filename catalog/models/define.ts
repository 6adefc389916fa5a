/** A company or program that answers questions of language models, as settings name it. */
export interface ModelProvider {
  /** What the setting llm-provider says. */
  readonly id: string
  readonly label: string
  /** The wire format it speaks. */
  readonly protocol: "openai" | "anthropic" | "google"
  /** Where it is called when llm-url is empty; null when only whoever sets it up can know. */
  readonly url: string | null
  /** It answers nobody without llm-key. */
  readonly needsKey: boolean
  /** Its name in the price table; null when it has no prices there. */
  readonly priceId: string | null
  /** It writes down what is said in a recording. Left out: it cannot. */
  readonly transcribe?: TaskModel
  /** It says a text aloud. */
  readonly speak?: TaskModel & { readonly voice: string }
  /** It says where texts stand among others, for knowledge bases. */
  readonly embed?: TaskModel
}

/** Who does a task when the account names nobody, and what it costs. */
export interface TaskModel {
  /** Null where whoever sets it up has to name one. */
  readonly model: string | null
  /**
   * Null where nobody knows. Units: US dollars for a minute heard, a million characters said, or a million
   * tokens embedded; as published on `pricedOn`.
   */
  readonly price: number | null
  /** ISO date. */
  readonly pricedOn: string | null
}

export const modelTasks = ["transcribe", "speak", "embed"] as const
export type ModelTask = (typeof modelTasks)[number]

/** A task for which an account has to name the model. */
export const namedModel: TaskModel = { model: null, price: null, pricedOn: null }

export const defineModelProvider = (provider: ModelProvider): ModelProvider => provider
