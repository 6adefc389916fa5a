import { toJson } from "#basic"
import type { StoreCall, TableWork } from "#basic/rows/store.ts"
import type { Env } from "#basic/vm/env.ts"
import type { OrgTx } from "#db/transaction.ts"
import { announceChange } from "../events/announce-change.ts"
import { findHandlers } from "../events/find-handlers.ts"
import type { RecordPlace } from "../place.ts"
import { countRows, findRowsByKey, selectRows } from "./table-rows.ts"
import { TableStore } from "./table-store.ts"

/**
 * Carries out the calls of a command's work in one transaction, from the call it has come to. A command that is
 * refused leaves nothing of what it has written: neither rows nor a table or columns made for them.
 *
 * Reads and writes: `bot_tables`, `bot_rows`; what listens to changes gets `inbound_events`.
 * Throws: TableProblem, and what the evaluator of filters raises; AppError of events that are too many.
 */
export async function driveTables<T>(
  work: TableWork<T>,
  begun: IteratorResult<StoreCall, T>,
  tx: OrgTx,
  place: RecordPlace,
  env: Env,
): Promise<T> {
  const store = new TableStore(tx, place)
  let step = begun
  let isMarked = false
  try {
    while (!step.done) {
      // Rows are checked before they are written, so that only what comes behind a definition may still be refused.
      if (step.value.call === "define" && !isMarked) {
        await tx.rows("savepoint table_work")
        isMarked = true
      }
      step = work.next(await answer(step.value, store, tx, place, env))
    }
  } catch (error) {
    if (isMarked) await tx.rows("rollback to savepoint table_work")
    throw error
  }
  if (isMarked) await tx.rows("release savepoint table_work")
  return step.value
}

async function answer(
  call: StoreCall,
  store: TableStore,
  tx: OrgTx,
  place: RecordPlace,
  env: Env,
): Promise<unknown> {
  switch (call.call) {
    case "load":
      return await store.load(call.table, call.forWriting)
    case "define":
      return await store.define(call.shape)
    case "select":
      return store.has(call.shape)
        ? await selectRows(tx, store.rowsOf(call.shape), { ...call, env })
        : []
    case "count":
      return await countRows(tx, store.rowsOf(call.shape), call.shape, call.filter, env)
    case "find":
      return await findIn(store, tx, call)
    case "put":
      return await store.put(call.shape, call.added, call.changed)
    case "remove":
      return await store.remove(call.shape, call.rows)
    case "announce":
      return await tellListeners(tx, place, call)
  }
}

async function findIn(store: TableStore, tx: OrgTx, call: Extract<StoreCall, { call: "find" }>) {
  if (call.keys.length === 0 || !store.has(call.shape)) return []
  return await findRowsByKey(tx, store.rowsOf(call.shape), call.shape, call.keys)
}

/** One look where nobody listens, however many rows changed. */
async function tellListeners(
  tx: OrgTx,
  place: RecordPlace,
  { table, change, rows }: Extract<StoreCall, { call: "announce" }>,
): Promise<void> {
  const listeners = await findHandlers(tx, place, `row.${change}`, table)
  if (listeners.length === 0) return
  for (const row of rows) await announceChange(tx, place, { table, change, row: toJson(row) })
}
