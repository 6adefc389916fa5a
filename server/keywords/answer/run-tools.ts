import { isSameName } from "#basic/assistant/assistant.ts"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import type { ModelCall, ModelCallResult, ModelMessage, ModelTool } from "#server/models/port.ts"
import { checkArguments, readSchema } from "#server/records/tools/check-arguments.ts"
import { type AskedAnswer, askChoices, type ModelWish } from "../model/ask-choices.ts"
import { askPatiently } from "../model/ask-patiently.ts"
import type { ModelChoices } from "../model/read-choices.ts"
import { EffectFailed, type Step } from "../step.ts"
import type { DoneAction } from "./guards/guard-truth.ts"
import { askPerson } from "./tools/ask-person.ts"
import type { OfferedTool } from "./tools/offered-tool.ts"

export interface ToolTask {
  readonly choices: ModelChoices
  readonly wish: ModelWish
  readonly tools: readonly OfferedTool[]
  /** How often the model may be asked. */
  readonly maxSteps: number
  /** Units: US dollars for everything together. */
  readonly maxCost: number | undefined
  /** Tools that a person has to approve, and who may. */
  readonly askFirst: readonly string[]
  readonly approver: string
  readonly language: string
  /** Tells the person that it takes longer; where it is left out, a model that is down is not asked again. */
  readonly onOutage?: () => void
}

export interface ToolOutcome {
  readonly asked: AskedAnswer
  /** Tools that were called and did not fail. */
  readonly done: readonly DoneAction[]
  /** What tools gave, as the model was told. */
  readonly results: readonly string[]
  readonly callCount: number
}

/**
 * Asks the model until it answers, calling the tools it asks for in between. It proposes, the rules here decide:
 * only tools that were offered, with arguments that fit their schema, no call twice, and no more steps, calls, time
 * and money than allowed. In the last step it is offered nothing and has to answer.
 */
export async function runTools(task: ToolTask, step: Step): Promise<ToolOutcome> {
  const offered = nameTools(task.tools.filter(({ schema }) => readSchema(schema) !== null))
  const run = {
    done: [] as DoneAction[],
    results: [] as string[],
    known: new Map<string, Promise<Called>>(),
  }
  const messages: ModelMessage[] = [...task.wish.messages]
  const beganMs = performance.now()
  let spent = 0
  for (let count = 1; ; count++) {
    const isOver =
      performance.now() - beganMs > limits.answerMs || run.known.size >= limits.answerCalls
    const isLast = isOver || count >= task.maxSteps || offered.size === 0
    const asked = await step.stage("model", async (note) => {
      const tools = isLast ? [] : [...offered].map(([name, tool]) => toModelTool(name, tool))
      const maxCost = task.maxCost === undefined ? undefined : task.maxCost - spent
      const wish = { ...task.wish, messages: [...messages], tools, maxCost }
      const answer = task.onOutage
        ? await askPatiently(task.choices, wish, task.onOutage, step)
        : await askChoices(task.choices, wish, step)
      note({
        ...{ provider: answer.provider, model: answer.model, cost: answer.cost },
        ...{ inputTokens: answer.inputTokens, outputTokens: answer.outputTokens },
        ...(answer.passedOver.length > 0 && { passedOver: [...answer.passedOver] }),
      })
      return answer
    })
    spent += asked.cost
    if (isLast && asked.text.trim() === "" && asked.calls.length > 0)
      throw limitReached(count >= task.maxSteps ? "steps" : isOver ? "time or calls" : "steps")
    if (asked.calls.length === 0 || isLast)
      return { asked, done: run.done, results: run.results, callCount: run.known.size }
    task.wish.onRestart?.()
    const results = await step.stage("tools", async (note) => {
      note({ calls: asked.calls.map(({ name }) => offered.get(name)?.name ?? name) })
      return await callAll(asked.calls, offered, { ...run, task }, step)
    })
    messages.push(
      { role: "assistant", text: asked.text, calls: asked.calls },
      { role: "tool", results },
    )
  }
}

const limitReached = (what: string) =>
  new EffectFailed(
    "answer.limit_reached",
    `The model used up the ${what} of this answer and still asks for tools. Raise MAX_STEPS, or give it a smaller task.`,
  )

interface Called {
  readonly text: string
  readonly isError: boolean
}
interface ToolRun {
  readonly task: Pick<ToolTask, "askFirst" | "approver" | "language">
  readonly done: DoneAction[]
  readonly results: string[]
  /** Calls by tool and arguments: the same call again gives the same result and does nothing. */
  readonly known: Map<string, Promise<Called>>
}

/** Calls that are one effect each are under way side by side; scripts run one after the other, behind them. */
async function callAll(
  calls: readonly ModelCall[],
  offered: ReadonlyMap<string, OfferedTool>,
  run: ToolRun,
  step: Step,
): Promise<ModelCallResult[]> {
  const begin = (call: ModelCall) => {
    const key = JSON.stringify([call.name, call.arguments])
    const known = run.known.get(key)
    if (known !== undefined) {
      step.log(`policy: ${call.name} was asked for twice with the same arguments`)
      return known
    }
    const begun = callOne(call, offered.get(call.name), run, step)
    run.known.set(key, begun)
    return begun
  }
  const isParallel = ({ name }: ModelCall) => offered.get(name)?.isParallel ?? true
  const outcomes = new Map<ModelCall, Called>()
  await Promise.all(
    calls.filter(isParallel).map(async (call) => void outcomes.set(call, await begin(call))),
  )
  for (const call of calls.filter((each) => !isParallel(each)))
    outcomes.set(call, await begin(call))
  return calls.map((call) => {
    const { text, isError } = outcomes.get(call) ?? { text: "", isError: true }
    return { id: call.id, name: call.name, text, isError }
  })
}

async function callOne(
  call: ModelCall,
  tool: OfferedTool | undefined,
  run: ToolRun,
  step: Step,
): Promise<Called> {
  if (tool === undefined) return deny(step, `${call.name} is no tool of this conversation.`)
  if (run.known.size >= limits.answerCalls)
    return deny(step, `No more than ${limits.answerCalls} calls are made for one answer.`)
  const checked = checkArguments(tool.schema, call.arguments)
  if (!checked.ok) return deny(step, `${tool.name} was not called. ${checked.problem}`)
  try {
    if (mustAsk(tool, run.task.askFirst))
      return { text: await askPerson(tool, checked.value, run.task, step), isError: false }
    const text = toText(await tool.perform(checked.value, step))
    run.done.push({ name: tool.name, description: tool.description })
    run.results.push(text)
    return { text, isError: false }
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    step.log(`tools: ${tool.name} failed: ${error.message}`)
    return { text: `${tool.name} failed: ${error.message}`, isError: true }
  }
}

/** "*" is every tool, "changes" every one of a service or server that may change something there. */
function mustAsk({ name, call, isChanging }: OfferedTool, askFirst: readonly string[]): boolean {
  const own = call?.script ?? name.slice(0, Math.max(0, name.indexOf(".")))
  return askFirst.some(
    (each) =>
      each === "*" ||
      (isChanging === true && each.toLowerCase() === "changes") ||
      isSameName(each, name) ||
      (own !== "" && isSameName(each, own)),
  )
}

function deny(step: Step, reason: string): Called {
  step.log(`policy: denied: ${reason}`)
  return { text: reason, isError: true }
}

function toText(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length <= limits.toolResultChars ? text : `${text.slice(0, limits.toolResultChars)}…`
}

const toModelTool = (name: string, { description, schema }: OfferedTool): ModelTool => ({
  ...{ name, description: description.slice(0, 1_000) },
  schema: schema ?? { type: "object", properties: {} },
})

/** Services take only plain names, so each tool gets one of its own. */
function nameTools(tools: readonly OfferedTool[]): Map<string, OfferedTool> {
  const named = new Map<string, OfferedTool>()
  for (const tool of tools) {
    const plain = tool.name.replace(/[^A-Za-z0-9_-]+/g, "_").slice(0, 56) || "tool"
    let name = plain
    for (let count = 2; named.has(name); count++) name = `${plain}_${count}`
    named.set(name, tool)
  }
  return named
}
