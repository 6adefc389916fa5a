import { randomUUID } from "node:crypto"
import { fromJson, toJson } from "#basic"
import { wordsOf } from "#basic/diagnostics/report.ts"
import { maxRowsKey, readMaxRows } from "#basic/rows/commands/settings.ts"
import { makePlainEnv } from "#basic/rows/plain-env.ts"
import { TableProblem } from "#basic/rows/problem.ts"
import { readRoles } from "#basic/rows/roles.ts"
import type { TableContext, TableWork } from "#basic/rows/store.ts"
import { LimitReached, Raised } from "#basic/vm/errors.ts"
import type { Json, Value } from "#basic/vm/value.ts"
import { driveTables } from "#server/records/tables/drive-tables.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"

/** What a piece of work came to, as the journal keeps it: a refusal is a result like any other. */
type Kept = { readonly value: Json } | { readonly code: string; readonly message: string }

/**
 * Does the work of a command over the bot's tables: in the transaction of its journal row, exactly once.
 * Work that asks nothing of a table is done without one.
 *
 * Throws: EffectFailed with the problem's own code.
 */
export async function runTableWork(
  keyword: string,
  begin: (context: TableContext) => TableWork,
  step: Step,
): Promise<Value> {
  const context = makeContext(step)
  const first = attempt(keyword, () => {
    const work = begin(context)
    return { work, step: work.next() }
  })
  if ("code" in first) return openKept(first)
  if (first.value.step.done) return first.value.step.value
  const { work, step: begun } = first.value
  const kept = await step.record(async (tx, place): Promise<Kept> => {
    const done = await attemptAsync(keyword, () => driveTables(work, begun, tx, place, context.env))
    return "code" in done ? done : { value: toJson(done.value) }
  })
  return openKept(kept)
}

/** The same over the rows of a file, whose reading and writing have journal rows of their own. */
export async function runFileWork(
  keyword: string,
  begin: (context: TableContext) => TableWork,
  step: Step,
  work: (begin: (context: TableContext) => TableWork, context: TableContext) => Promise<Value>,
): Promise<Value> {
  const context = makeContext(step)
  const done = await attemptAsync(keyword, () => work(begin, context))
  if ("code" in done) throw new EffectFailed(done.code, done.message)
  return done.value
}

function makeContext(step: Step): TableContext {
  return {
    env: makePlainEnv(step.nowMs, step.zone),
    roles: rolesOf(step),
    maxRows: readMaxRows(step.readSession(maxRowsKey)),
    makeId: randomUUID,
    log: (text) => step.log(text),
    session: {
      read: (key) => step.readSession(key),
      write: (key, value) => step.writeSession(key, value),
    },
  }
}

/** A run without a person is the bot's own and may do all; a person has the roles the script gave the conversation. */
export function rolesOf(step: Pick<Step, "readSession" | "isAutomation">): string[] | null {
  if (step.isAutomation) return null
  return readRoles([step.readSession("role"), step.readSession("roles")])
}

function openKept(kept: Kept): Value {
  if ("code" in kept) throw new EffectFailed(kept.code, kept.message)
  return fromJson(kept.value)
}

type Attempt<T> = { readonly value: T } | { readonly code: string; readonly message: string }

function attempt<T>(keyword: string, work: () => T): Attempt<T> {
  try {
    return { value: work() }
  } catch (error) {
    return explain(keyword, error)
  }
}
async function attemptAsync<T>(keyword: string, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    return explain(keyword, error)
  }
}

/** A problem the script may catch, in the words of the language; anything else is thrown on. */
function explain(keyword: string, error: unknown): { code: string; message: string } {
  if (error instanceof TableProblem && error.code === "service.not_set_up") {
    const { code, message } = serviceNotSetUp(keyword, String(error.facts.setting))
    return { code, message }
  }
  if (error instanceof TableProblem || error instanceof Raised)
    return { code: error.code, message: wordsOf(error.code, error.facts).message }
  if (error instanceof LimitReached)
    return { code: error.code, message: wordsOf(error.code, { limit: error.limit }).message }
  throw error
}
