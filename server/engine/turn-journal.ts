import { hash } from "node:crypto"
import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { EffectFailed, type UnknownOutcome } from "#server/keywords/step.ts"
import type { Journaled } from "#server/records/journaled.ts"
import { deriveId } from "./derive-id.ts"
import { EngineFault, engineLimits } from "./engine-fault.ts"
import { passFaultPoint } from "./fault-points.ts"
import type { JournalColumns, JournalRow } from "./store-rows.ts"
import { WriteFailed } from "./turn-stopped.ts"
import type { TurnWriter } from "./turn-writer.ts"

/** Where an effect stands in the program and what it was given. */
export interface EffectPlace {
  readonly stepId: string | null
  readonly keyword: string
  /** Everything the effect depends on, as JSON: a rerun must give the same. */
  readonly readOperands: () => Json
}

interface Refusal {
  readonly code: string
  readonly message: string
}

/** Work in the transaction of a data effect; see `RecordWork`. */
type EffectWork<Result> = (tx: OrgTx) => Promise<Result>

/** How a result is kept: as JSON text, because jsonb would not keep the order of keys. */
type Kept<Result> = { readonly ok: Journaled<Result> } | { readonly failed: Refusal }

/**
 * The journal of one turn: numbers its data and outside effects, does each once, and answers a rerun
 * from the rows of the attempt before.
 */
export class TurnJournal {
  readonly #writer: TurnWriter
  readonly #rows: ReadonlyMap<number, JournalRow>
  /** Keywords of the effects that are done, in order. */
  readonly performed: string[] = []
  /** Effects may be under way side by side; what is written of them is written one after the other. */
  #writing: Promise<unknown> = Promise.resolve()
  #count = 0
  #dataCount = 0
  #outsideCount = 0

  constructor(writer: TurnWriter, rows: readonly JournalRow[]) {
    this.#writer = writer
    this.#rows = new Map(rows.map((row) => [row.effect_number, row]))
  }

  /** Works in the database, exactly once: in the transaction of its journal row. */
  async doData<Result>(place: EffectPlace, work: EffectWork<Result>): Promise<Journaled<Result>> {
    if (++this.#dataCount > engineLimits.dataEffectsPerTurn)
      throw new EngineFault(
        "engine.too_many_effects",
        `One turn may touch memory or tables ${engineLimits.dataEffectsPerTurn} times.`,
      )
    const { row, columns } = this.#next(place, "data")
    const result = row ? row.result : await this.#inOrder(() => this.#writeData(columns, work))
    return this.#finish(place, result)
  }

  /**
   * A data effect after which the turn does nothing more. It stands behind everything an earlier attempt has done,
   * also where this one broke off before it came so far.
   */
  async doLast(place: EffectPlace, work: EffectWork<Json>): Promise<Json> {
    const last = Math.max(0, ...this.#rows.keys())
    const isDone = this.#rows.get(last)?.args_hash === hashArguments(place)
    this.#count = Math.max(this.#count, isDone ? last - 1 : last)
    return await this.doData(place, work)
  }

  #finish<Result>({ keyword }: EffectPlace, result: Json): Journaled<Result> {
    const value = open<Result>(result)
    this.performed.push(keyword)
    return value
  }

  #inOrder<T>(write: () => Promise<T>): Promise<T> {
    const written = this.#writing.then(write)
    this.#writing = written.catch(() => undefined)
    return written
  }

  /** Work that refuses leaves nothing behind but its journal row, so a rerun is refused in the same words. */
  async #writeData(columns: JournalColumns, work: EffectWork<unknown>): Promise<Json> {
    try {
      return await this.#writer.writeData(columns, async (tx) => {
        const result = await work(tx)
        passFaultPoint("data.inside")
        return keep({ ok: result })
      })
    } catch (error) {
      const failed = findRefusal(error)
      if (failed === null) throw error
      return await this.#writer.writeData(columns, async () => keep({ failed }))
    }
  }

  /** Acts outside: intent, `perform` with its key, result. */
  async doOutside<Result>(
    place: EffectPlace,
    unknown: UnknownOutcome,
    perform: (key: string) => Promise<Result>,
  ): Promise<Journaled<Result>> {
    if (++this.#outsideCount > engineLimits.outsideEffectsPerTurn)
      throw new EngineFault(
        "engine.too_many_effects",
        `One turn may call outside ${engineLimits.outsideEffectsPerTurn} times.`,
      )
    const { row, columns } = this.#next(place, "outside")
    if (row?.state === "done") return this.#finish(place, row.result)
    const result =
      row && (unknown === "maybe never" || unknown === "error")
        ? giveUp(unknown, place.keyword)
        : await this.#perform(columns, row === undefined, perform)
    await this.#inOrder(() => this.#writer.writeResult(columns.effect_number, result))
    return this.#finish(place, result)
  }

  async #perform(
    columns: JournalColumns,
    isFirstTry: boolean,
    perform: (key: string) => Promise<unknown>,
  ): Promise<Json> {
    if (isFirstTry) await this.#inOrder(() => this.#writer.writeIntent(columns))
    try {
      const value = await perform(columns.id)
      passFaultPoint("effect.performed")
      return keep({ ok: value })
    } catch (error) {
      if (!(error instanceof EffectFailed)) throw error
      return keep({ failed: { code: error.code, message: error.message } })
    }
  }

  /** The next effect of the turn, with the row an earlier attempt left of it. */
  #next(place: EffectPlace, kind: "data" | "outside") {
    const number = ++this.#count
    const { event, recorded } = this.#writer
    const argsHash = hashArguments(place)
    this.#writer.markFlushed()
    const row = this.#rows.get(number)
    if (row && (row.step_id !== place.stepId || row.args_hash !== argsHash || row.kind !== kind))
      throw new EngineFault(
        "engine.replay_diverged",
        `Effect ${number} of the turn was ${row.name} at step ${row.step_id} before the process ended; run again it is ${place.keyword} at step ${place.stepId} with other arguments.`,
      )
    const columns: JournalColumns = {
      id: deriveId("jrn", event.id, String(number)),
      effect_number: number,
      step_id: place.stepId,
      name: place.keyword,
      kind,
      args_hash: argsHash,
      recorded: number === 1 ? recorded : null,
    }
    return { row, columns }
  }
}

function hashArguments({ keyword, readOperands }: EffectPlace): string {
  return hash("sha256", JSON.stringify([keyword, readOperands()]), "hex")
}

/** What a program may catch: an error of the catalog, or of a keyword; anything else is an accident. */
function findRefusal(error: unknown): Refusal | null {
  const cause = error instanceof WriteFailed ? error.cause : error
  if (cause instanceof EffectFailed) return { code: cause.code, message: cause.message }
  if (isAppError(cause)) return { code: cause.code, message: cause.text.detail }
  return null
}

function giveUp(unknown: "maybe never" | "error", keyword: string): Json {
  if (unknown === "maybe never") return keep({ ok: null })
  return keep({
    failed: {
      code: "engine.outcome_unknown",
      message: `The process ended while ${keyword} was under way; whether it took effect is unknown.`,
    },
  })
}

function keep(kept: { readonly ok: unknown } | { readonly failed: Refusal }): Json {
  return JSON.stringify(kept)
}

/** What is read here was written by `keep` for the same effect. */
function open<Result>(stored: Json): Journaled<Result> {
  const kept: Kept<Result> = JSON.parse(String(stored))
  if ("failed" in kept) throw new EffectFailed(kept.failed.code, kept.failed.message)
  return kept.ok
}
