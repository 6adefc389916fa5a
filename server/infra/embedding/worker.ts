// A thread that holds the embedding model: it computes without giving way, so nothing else may share it.
import { parentPort } from "node:worker_threads"
import { Encoder } from "./encoder/encoder.ts"
import { readModel } from "./encoder/read-weights.ts"
import { Tokenizer } from "./encoder/tokenizer.ts"

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

const { weights, vocabulary } = readModel()
const encoder = new Encoder(weights)
const tokenizer = new Tokenizer(vocabulary)

parentPort?.on("message", ({ id, texts }: EmbedRequest) => {
  try {
    const rows = encoder.encode(texts.map((text) => tokenizer.encode(text)))
    const vectors = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0))
    let at = 0
    for (const row of rows) {
      vectors.set(row, at)
      at += row.length
    }
    const reply: EmbedReply = { id, vectors, problem: null }
    parentPort?.postMessage(reply, [vectors.buffer])
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({ id, vectors: null, problem } satisfies EmbedReply)
  }
})
