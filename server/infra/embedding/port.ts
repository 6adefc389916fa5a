/**
 * Says where texts stand among others: texts of like meaning have vectors that point the same way.
 *
 * Throws AppError "knowledge.embedder_failed" when the model does not answer.
 */
export interface Embedder {
  /** Stored with every vector: vectors of two models cannot be compared. */
  readonly model: string
  /** Texts in other languages are brought to English first. */
  readonly isEnglishOnly: boolean
  /**
   * One vector of length 1 for each text, in order. A question is answered before documents that wait.
   */
  embed(texts: readonly string[], urgency: "question" | "document"): Promise<Float32Array[]>
  close(): Promise<void>
}
