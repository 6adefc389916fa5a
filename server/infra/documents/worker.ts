import { parentPort } from "node:worker_threads"
import { performTask } from "./perform-task.ts"
import { DocumentRefused, type DocumentTask, type DocumentTasks } from "./port.ts"

/** What a thread is asked, and what it answers. */
export interface TaskRequest {
  readonly task: DocumentTask
  readonly given: DocumentTasks[DocumentTask]["given"]
}
export type TaskAnswer =
  | { readonly gives: DocumentTasks[DocumentTask]["gives"] }
  | { readonly refused: { readonly code: DocumentRefused["code"]; readonly message: string } }

parentPort?.on("message", ({ task, given }: TaskRequest) => {
  performTask(task, given).then(
    (gives) => parentPort?.postMessage({ gives } satisfies TaskAnswer),
    (error: unknown) => parentPort?.postMessage({ refused: explain(error) } satisfies TaskAnswer),
  )
})

/** A reader that trips over a file says nothing a person could use: the file is broken. */
function explain(error: unknown) {
  if (error instanceof DocumentRefused) return { code: error.code, message: error.message }
  return { code: "document.unreadable" as const, message: "The file is broken and cannot be read." }
}
