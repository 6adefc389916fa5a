import { type FinishReason, streamText } from "ai"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { openAnthropicModel } from "./anthropic.ts"
import { explainFailure } from "./explain-failure.ts"
import { makeGuardedFetch } from "./guarded-fetch.ts"
import type { OpenModel } from "./open-model.ts"
import { openOpenaiModel } from "./openai.ts"
import {
  type ModelAccount,
  type ModelAnswer,
  ModelFailure,
  type ModelQuestion,
  type Models,
} from "./port.ts"

/** How each wire format is spoken: a provider is its data in the catalogue and one of these. */
const protocols: Readonly<Record<ModelAccount["provider"]["protocol"], OpenModel>> = {
  openai: openOpenaiModel,
  anthropic: openAnthropicModel,
}

/** An answer, with everything around it. */
const maxAnswerBytes = 8 * 1024 * 1024
/** A service that asks for more patience than this is not asked a second time. */
const maxPatienceMs = 5_000

/** Builds the models port. Asking changes nothing at the other side, so a busy service is asked once more. */
export function createModels(outbound: Outbound): Models {
  return {
    async ask(account, question) {
      const deadline = Date.now() + question.timeoutMs
      const isBefore = (ms: number) => Date.now() + ms < deadline
      for (let attempt = 1; ; attempt++) {
        try {
          return await askOnce(outbound, account, question, deadline)
        } catch (error) {
          const failure = explainFailure(error, account.provider.label)
          const patienceMs = failure.retryAfterMs ?? 500
          const isWorth = failure.code === "model.busy" && patienceMs <= maxPatienceMs
          if (attempt > 1 || !isWorth || !isBefore(patienceMs)) throw failure
          await new Promise((go) => setTimeout(go, patienceMs))
        }
      }
    },
  }
}

async function askOnce(
  outbound: Outbound,
  account: ModelAccount,
  question: ModelQuestion,
  deadline: number,
): Promise<ModelAnswer> {
  const timeoutMs = Math.max(1, deadline - Date.now())
  const limits = { timeoutMs, maxBytes: maxAnswerBytes }
  const fetch = makeGuardedFetch(outbound, new URL(account.url).origin, limits)
  const stream = streamText({
    model: protocols[account.provider.protocol](account, question.model, fetch),
    ...(question.system === null ? {} : { instructions: question.system }),
    messages: question.messages.map(({ role, text }) => ({ role, content: text })),
    maxOutputTokens: question.maxOutputTokens,
    ...(question.temperature === null ? {} : { temperature: question.temperature }),
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(timeoutMs),
    onError: () => undefined,
  })
  let text = ""
  for await (const part of stream.stream) {
    if (part.type === "text-delta") {
      text += part.text
      question.onText?.(part.text)
    } else if (part.type === "error") throw part.error
    else if (part.type === "abort") throw tooLate(account, question)
    else if (part.type === "finish") {
      checkEnd(part.finishReason, account.provider.label)
      const { inputTokens = 0, outputTokens = 0 } = part.totalUsage
      return { text, inputTokens, outputTokens, isCut: part.finishReason === "length" }
    }
  }
  throw brokeOff(account.provider.label)
}

function checkEnd(reason: FinishReason, label: string) {
  if (reason === "content-filter")
    throw new ModelFailure("model.blocked", `${label} will not say what was asked for.`)
  if (reason !== "stop" && reason !== "length") throw brokeOff(label)
}

const brokeOff = (label: string) =>
  new ModelFailure("model.broke_off", `${label} broke off in the middle of its answer.`)

const tooLate = ({ provider }: ModelAccount, { timeoutMs }: ModelQuestion) =>
  new ModelFailure(
    "model.timed_out",
    `${provider.label} did not answer completely within ${Math.ceil(timeoutMs / 1000)} seconds.`,
  )
