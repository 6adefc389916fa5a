import { limits } from "#catalog/limits.ts"
import type { ModelTask, TaskModel } from "#catalog/models/define.ts"
import { type ModelAccount, ModelFailure } from "#server/models/port.ts"
import type { Journaled } from "#server/records/journaled.ts"
import { recordUsage } from "#server/records/models/record-usage.ts"
import { checkBudgets } from "../model/check-budgets.ts"
import { type ModelAccounts, readAccounts } from "../model/read-accounts.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"

/** Who does a task. */
export interface TaskChoice {
  readonly account: ModelAccount
  readonly model: string
  /** For a text that is said aloud; empty else. */
  readonly voice: string
  /** See `TaskModel`. */
  readonly price: number | null
}

/** A task that was done, and how much of it there was. Units: those of the price. */
export interface TaskDone<Value> {
  readonly value: Value
  readonly amount: number
}

interface TaskWish<Value> {
  readonly task: ModelTask
  /** Told to the script when nobody is set up. */
  readonly keyword: string
  readonly perform: (choice: TaskChoice) => Promise<TaskDone<Value>>
}

/**
 * Has the first who can do a task: an account that is down, busy or refuses is passed over for the next.
 *
 * One outside effect, and one data effect for what it cost. What is done twice after a crash changes nothing but
 * what it costs.
 * Throws: `EffectFailed` "service.not_set_up", "model.budget_reached", "model.price_unknown", "model.*".
 */
export async function askTask<Value>(
  { task, keyword, perform }: TaskWish<Value>,
  step: Step,
): Promise<Journaled<Value>> {
  const accounts = await readAccounts(keyword, step)
  const choices = listChoices(task, accounts)
  if (choices.length === 0) throw serviceNotSetUp(keyword, `model-${task}`)
  const isBounded = (await checkBudgets(keyword, accounts.budgets, step)) !== null
  const named = { name: `${keyword} ${task.toUpperCase()}`, arguments: null }
  const ask = () => doInOrder(choices, perform, isBounded)
  const done = await step.outside("same key", ask, named)
  await step.record(
    recordUsage({
      ...{ keyword, provider: done.provider, model: done.model, costMicros: done.costMicros },
      ...{ inputTokens: 0, cachedTokens: 0, outputTokens: 0, tookMs: done.tookMs, prompt: null },
    }),
    { name: `${keyword} USAGE`, arguments: null },
  )
  for (const reason of done.passedOver) step.log(`models: ${reason}`)
  return done.value
}

/** Says whether anybody could. One data effect. */
export async function canDo(task: ModelTask, keyword: string, step: Step): Promise<boolean> {
  return listChoices(task, await readAccounts(keyword, step)).length > 0
}

interface Done<Value> {
  readonly value: Value
  readonly provider: string
  readonly model: string
  readonly costMicros: number
  readonly tookMs: number
  readonly passedOver: readonly string[]
}

async function doInOrder<Value>(
  choices: readonly TaskChoice[],
  perform: TaskWish<Value>["perform"],
  isBounded: boolean,
): Promise<Done<Value>> {
  const passedOver: string[] = []
  let failure: unknown = null
  for (const choice of choices) {
    const { account, model, price } = choice
    if (isBounded && price === null) throw priceUnknown(choice)
    const beganMs = performance.now()
    try {
      const { value, amount } = await perform(choice)
      const costMicros = Math.ceil((price ?? 0) * amount * 1e6)
      const tookMs = Math.round(performance.now() - beganMs)
      return { value, provider: account.provider.id, model, costMicros, tookMs, passedOver }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      failure = new EffectFailed(error.code, error.message)
      passedOver.push(error.message)
    }
  }
  throw failure
}

/** The bot's own settings first, then its accounts in order; who cannot do it is left out. */
function listChoices(task: ModelTask, { read, own, stored }: ModelAccounts): TaskChoice[] {
  const named = (name: string) => read(`model-${name}`)
  const ownChoice = own === null ? [] : choose(task, own, named)
  return [
    ...ownChoice,
    ...stored.flatMap(({ account, models }) => choose(task, account, (name) => models[name] ?? "")),
  ]
}

function choose(
  task: ModelTask,
  account: ModelAccount,
  read: (name: string) => string,
): TaskChoice[] {
  const known: (TaskModel & { readonly voice?: string }) | undefined = account.provider[task]
  if (known === undefined) return []
  const model = read(task).trim() || (known.model ?? "")
  if (model === "") return []
  const voice = task === "speak" ? read("voice").trim() || (known.voice ?? "") : ""
  const price = model === known.model ? known.price : null
  return [{ account, model, voice, price }]
}

/** Longer than an answer may take: a recording is read whole. Units: ms. */
export const taskMs = limits.modelAnswerMs

const priceUnknown = ({ account, model }: TaskChoice) =>
  new EffectFailed(
    "model.price_unknown",
    `A budget cannot be kept: nobody knows here what ${model} of ${account.provider.label} costs.`,
  )
