import { AsyncLocalStorage } from "node:async_hooks"
import { DatabaseMisuse } from "./errors.ts"

interface OpenTransaction {
  isOpen: boolean
}

/**
 * Refuses the outer handle inside a transaction.
 *
 * The embedded database has one session: a query beside an open transaction would wait for the
 * transaction, which waits for the query, and nothing would ever run again. On a real server the same
 * code would hold two connections and could starve the pool. So both throw, at once and with a stack.
 */
export class TransactionGuard {
  readonly #storage = new AsyncLocalStorage<OpenTransaction>()

  /** Throws when called, however deep, from the function of an open transaction. */
  assertOutside(): void {
    if (this.#storage.getStore()?.isOpen)
      throw new DatabaseMisuse(
        "The database was asked for a query of its own while a transaction is open here. Use the tx the function was given, or do this after the transaction.",
      )
  }

  /** Runs the function of a transaction; what it leaves running afterwards is outside again. */
  async inside<T>(work: () => Promise<T>): Promise<T> {
    const transaction: OpenTransaction = { isOpen: true }
    return this.#storage.run(transaction, async () => {
      try {
        return await work()
      } finally {
        transaction.isOpen = false
      }
    })
  }
}
