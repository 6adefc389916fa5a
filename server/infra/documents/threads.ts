import { Worker } from "node:worker_threads"
import { DocumentRefused, type Documents, type DocumentTask, type DocumentTasks } from "./port.ts"
import type { TaskAnswer, TaskRequest } from "./worker.ts"

export interface ThreadOptions {
  /** How long one task may take. Units: ms. */
  readonly timeoutMs?: number
  /** Objects of the thread. Units: MB. */
  readonly heapMb?: number
  /** How much the thread may hold, and the process grow meanwhile: contents unpacked lie outside of the heap. */
  readonly growthMb?: number
  /** Tasks at once. */
  readonly threads?: number
}

const lookEveryMs = 50
const mega = 1024 * 1024
/** Libraries outside of JavaScript take memory nobody counts for the thread: a process that grows by this many limits. */
const nativeShare = 4
/** An idle thread ends, so that what it loaded is given back. */
const idleMs = 60_000

/** Works on documents in threads: each task has an end to its time and memory, and takes nobody with it. */
export function createDocumentThreads(options: ThreadOptions = {}): Documents {
  const { threads = 2 } = options
  const lanes = Array.from({ length: threads }, () => new Lane(options))
  return {
    run: (task, given) => {
      const lane = lanes.reduce((least, each) => (each.waiting < least.waiting ? each : least))
      return lane.run(task, given)
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}

/** One thread, and the tasks that wait for it. */
class Lane {
  waiting = 0
  readonly #options: ThreadOptions
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | null = null

  constructor(options: ThreadOptions) {
    this.#options = options
  }

  run<T extends DocumentTask>(
    task: T,
    given: DocumentTasks[T]["given"],
  ): Promise<DocumentTasks[T]["gives"]> {
    this.waiting++
    const done = this.#last
      .then(() => this.#perform({ task, given }))
      .finally(() => {
        this.waiting--
        if (this.waiting === 0) this.#rest()
      })
    this.#last = done.catch(() => {})
    // The thread answers a task with what that task gives.
    return done as Promise<DocumentTasks[T]["gives"]>
  }

  async close() {
    if (this.#idle) clearTimeout(this.#idle)
    await this.#last
    await this.#worker?.terminate()
    this.#worker = null
  }

  #rest() {
    this.#idle = setTimeout(() => {
      if (this.waiting > 0) return
      void this.#worker?.terminate()
      this.#worker = null
    }, idleMs).unref()
  }

  #perform(request: TaskRequest): Promise<unknown> {
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#open()
    const { timeoutMs = 20_000, growthMb = 512 } = this.#options
    const startBytes = process.memoryUsage.rss()
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(late)
        clearInterval(look)
        worker.off("message", answered)
        worker.off("error", broke)
        worker.off("exit", broke)
        finish()
      }
      const giveUp = (refusal: DocumentRefused) =>
        end(() => {
          this.#worker = null
          void worker.terminate()
          reject(refusal)
        })
      const late = setTimeout(() => giveUp(tookTooLong(timeoutMs)), timeoutMs)
      const look = setInterval(() => {
        const grownMb = (process.memoryUsage.rss() - startBytes) / mega
        if (grownMb > nativeShare * growthMb) giveUp(tooLarge())
        else if (grownMb > growthMb)
          void heldMb(worker).then((held) => {
            if (held > growthMb) giveUp(tooLarge())
          })
      }, lookEveryMs)
      const answered = (answer: TaskAnswer) =>
        end(() =>
          "gives" in answer
            ? resolve(answer.gives)
            : reject(new DocumentRefused(answer.refused.code, answer.refused.message)),
        )
      const broke = (reason: unknown) => giveUp(isOutOfMemory(reason) ? tooLarge() : broken())
      worker.on("message", answered)
      worker.on("error", broke)
      worker.on("exit", broke)
      worker.postMessage(request)
    })
  }

  #open(): Worker {
    if (this.#worker !== null) return this.#worker
    const { heapMb = 256 } = this.#options
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      env: {},
      stdout: true,
      stderr: true,
    })
    worker.unref()
    this.#worker = worker
    return worker
  }
}

/** What a thread holds itself: the process also grows by the work of others. Zero once it has ended. Units: MB. */
async function heldMb(worker: Worker): Promise<number> {
  try {
    const { total_heap_size, external_memory } = await worker.getHeapStatistics()
    return (total_heap_size + external_memory) / mega
  } catch {
    return 0
  }
}

/** A thread that ends by itself was ended for its memory, too. */
function isOutOfMemory(reason: unknown): boolean {
  return typeof reason === "number" || codeOf(reason) === "ERR_WORKER_OUT_OF_MEMORY"
}

function codeOf(reason: unknown): unknown {
  return reason instanceof Error && "code" in reason ? reason.code : undefined
}

function broken(): DocumentRefused {
  return new DocumentRefused("document.unreadable", "The file is broken and cannot be read.")
}

function tookTooLong(timeoutMs: number): DocumentRefused {
  return new DocumentRefused(
    "document.took_too_long",
    `The file was worked on for ${Math.round(timeoutMs / 1000)} seconds without an end.`,
  )
}

function tooLarge(): DocumentRefused {
  return new DocumentRefused(
    "document.too_large",
    "The file needs more memory than one file may have.",
  )
}
