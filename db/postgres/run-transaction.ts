import type { Session } from "../backend.ts"
import { abortedTransaction, expiredTransaction, finishedTransaction } from "../errors.ts"
import type { Statement } from "../wire/statement.ts"
import type { LiveConnection } from "./live-connection.ts"

const begin: Statement = { text: "begin", params: [] }
const commit: Statement = { text: "commit", params: [] }
const rollback: Statement = { text: "rollback", params: [] }

/** Runs `work` between BEGIN and COMMIT on a borrowed connection; rolls back when it throws or takes too long. */
export async function runTransaction<T>(
  connection: LiveConnection,
  enter: Statement,
  limitMs: number,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const endsAt = performance.now() + limitMs
  let isOver = false
  const assertOpen = () => {
    // Another transaction may have begun on this connection, for somebody else.
    if (isOver) throw finishedTransaction()
    if (performance.now() > endsAt) throw expiredTransaction(limitMs)
  }
  await connection.run([begin, enter])
  try {
    const statements = new Turns()
    const result = await work({
      run: (text, params) =>
        statements.take(() => {
          assertOpen()
          return connection.run([{ text, params }])
        }),
      runScript: (text) =>
        statements.take(() => {
          assertOpen()
          return connection.runScript(text)
        }),
    })
    assertOpen()
    isOver = true
    const { tag } = await statements.take(() => connection.run([commit]))
    if (tag !== "COMMIT") throw abortedTransaction()
    return result
  } catch (error) {
    isOver = true
    await connection.run([rollback]).catch(() => {})
    throw error
  }
}

/** One after the other: a connection takes one statement at a time, and callers may send several at once. */
class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task)
    this.#last = turn.catch(() => {})
    return turn
  }
}
