import { Worker } from "node:worker_threads"
import { AppError } from "#server/errors/app-error.ts"
import type { Embedder } from "./port.ts"
import type { EmbedReply, EmbedRequest } from "./worker.ts"

/** The Universal Sentence Encoder in its small form, which comes with the product. */
export const embeddedModel = { id: "use-lite-en", dims: 512 } as const

/** Texts that are computed at once: few, so that a question waits no longer than for these. */
const batchSize = 8
/** Questions that are computed at once: most of what one takes is the same for sixteen. */
const questionsAtOnce = 16
/** What the model reads of one text; it blurs what is longer. Units: characters. */
const maxChars = 1_500
const maxCached = 2_000

interface Task {
  readonly texts: readonly string[]
  readonly resolve: (vectors: Float32Array[]) => void
  readonly reject: (error: unknown) => void
}

/** Opens the embedder that needs nothing: its model runs in a thread, started with the first text. */
export function createEmbeddedEmbedder(): Embedder {
  return new EmbeddedEmbedder()
}

class EmbeddedEmbedder implements Embedder {
  readonly model = embeddedModel.id
  readonly isEnglishOnly = true
  readonly #questions: Task[] = []
  readonly #documents: Task[] = []
  readonly #cache = new Map<string, Float32Array>()
  #worker: Worker | null = null
  #running: readonly Task[] = []
  #lastId = 0

  async embed(texts: readonly string[], urgency: "question" | "document"): Promise<Float32Array[]> {
    const cut = texts.map((text) => text.slice(0, maxChars) || " ")
    if (urgency === "question" && cut.length === 1)
      return [await this.#embedQuestion(cut[0] ?? " ")]
    const vectors: Float32Array[] = []
    for (let at = 0; at < cut.length; at += batchSize)
      vectors.push(...(await this.#queue(cut.slice(at, at + batchSize), urgency)))
    return vectors
  }

  async close() {
    const waiting = [...this.#questions.splice(0), ...this.#documents.splice(0)]
    for (const task of waiting) task.reject(new AppError("server.stopping"))
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  /** Questions come again: the last ones are remembered. */
  async #embedQuestion(text: string): Promise<Float32Array> {
    const known = this.#cache.get(text)
    if (known) return known
    const [vector] = await this.#queue([text], "question")
    if (vector === undefined) throw failed()
    if (this.#cache.size >= maxCached) this.#cache.delete(this.#cache.keys().next().value ?? "")
    this.#cache.set(text, vector)
    return vector
  }

  #queue(texts: readonly string[], urgency: "question" | "document"): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      const queue = urgency === "question" ? this.#questions : this.#documents
      queue.push({ texts, resolve, reject })
      this.#next()
    })
  }

  #next() {
    if (this.#running.length > 0) return
    const questions = this.#questions.splice(0, questionsAtOnce)
    const tasks = questions.length > 0 ? questions : this.#documents.splice(0, 1)
    if (tasks.length === 0) return
    this.#running = tasks
    const texts = tasks.flatMap((task) => task.texts)
    this.#open().postMessage({ id: ++this.#lastId, texts } satisfies EmbedRequest)
  }

  #open(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      env: {},
      stdout: true,
      stderr: true,
    })
    // What the library prints is not for the log.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.unref()
    worker.on("message", (reply: EmbedReply) => this.#settle(reply))
    worker.on("error", (error) => this.#break(worker, error))
    worker.on("exit", () => this.#break(worker, new Error("The thread of the model ended.")))
    this.#worker = worker
    return worker
  }

  #settle({ vectors, problem }: EmbedReply) {
    const tasks = this.#takeRunning()
    const count = tasks.reduce((sum, { texts }) => sum + texts.length, 0)
    const rows = vectors === null ? [] : split(vectors, count)
    for (const task of tasks) {
      if (vectors === null) task.reject(failed(new Error(problem ?? "no answer")))
      else task.resolve(rows.splice(0, task.texts.length))
    }
    this.#next()
  }

  #takeRunning(): readonly Task[] {
    const tasks = this.#running
    this.#running = []
    return tasks
  }

  #break(worker: Worker, cause: unknown) {
    if (this.#worker === worker) this.#worker = null
    for (const task of this.#takeRunning()) task.reject(failed(cause))
    if (this.#questions.length + this.#documents.length > 0) this.#next()
  }
}

function failed(cause?: unknown): AppError<"knowledge.embedder_failed"> {
  return new AppError("knowledge.embedder_failed", { model: embeddedModel.id }, { cause })
}

function split(joined: Float32Array, count: number): Float32Array[] {
  const dims = joined.length / count
  return Array.from({ length: count }, (_, at) => joined.slice(at * dims, (at + 1) * dims))
}
