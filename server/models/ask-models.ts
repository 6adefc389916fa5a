import { type FinishReason, jsonSchema, Output, streamText } from "ai"
import type { Json } from "#basic/vm/value.ts"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { openBreakers } from "./breakers.ts"
import { countTokens } from "./count-tokens.ts"
import { embedTexts } from "./embed-texts.ts"
import { explainFailure } from "./explain-failure.ts"
import { makeGuardedFetch } from "./guarded-fetch.ts"
import { listNames } from "./list-names.ts"
import { openProviderModel } from "./open-provider-model.ts"
import {
  type ModelAccount,
  type ModelAnswer,
  type ModelCall,
  ModelFailure,
  type ModelQuestion,
  type Models,
} from "./port.ts"
import { speak } from "./speak.ts"
import { toSdkMessages } from "./to-sdk-messages.ts"
import { toSdkTools } from "./to-sdk-tools.ts"
import { transcribe } from "./transcribe.ts"

// What a service cannot do is seen by its answer; the library would write it to the console.
Reflect.set(globalThis, "AI_SDK_LOG_WARNINGS", false)

/** An answer, with everything around it. */
const maxAnswerBytes = 8 * 1024 * 1024
/** A service that asks for more patience than this is not asked a second time. */
const maxPatienceMs = 5_000

/** Builds the models port. Asking changes nothing at the other side, so a busy service is asked once more. */
export function createModels(outbound: Outbound): Models {
  const breakers = openBreakers()
  return {
    countTokens,
    ask: (account, question) =>
      withPatience(account, question, (deadline) => askOnce(outbound, account, question, deadline)),
    transcribe: (account, recording) =>
      withPatience(account, recording, (deadline) =>
        transcribe(outbound, account, recording, deadline),
      ),
    speak: (account, said) =>
      withPatience(account, said, (deadline) => speak(outbound, account, said, deadline)),
    embed: (account, texts) =>
      withPatience(account, texts, (deadline) => embedTexts(outbound, account, texts, deadline)),
    listNames: (account, limits) =>
      withPatience(account, limits, (deadline) => listNames(outbound, account, deadline)),
  }

  function withPatience<T>(
    account: ModelAccount,
    wish: Pick<ModelQuestion, "timeoutMs" | "onRestart">,
    work: (deadline: number) => Promise<T>,
  ): Promise<T> {
    return breakers.run(account, () => tryTwice(account, wish, work))
  }

  async function tryTwice<T>(
    account: ModelAccount,
    { timeoutMs, onRestart }: Pick<ModelQuestion, "timeoutMs" | "onRestart">,
    work: (deadline: number) => Promise<T>,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs
    const isBefore = (ms: number) => Date.now() + ms < deadline
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(deadline)
      } catch (error) {
        const failure = explainFailure(error, account.provider.label)
        const patienceMs = failure.retryAfterMs ?? 500
        const isWorth = failure.code === "model.busy" && patienceMs <= maxPatienceMs
        if (attempt > 1 || !isWorth || !isBefore(patienceMs)) throw failure
        await new Promise((go) => setTimeout(go, patienceMs))
        onRestart?.()
      }
    }
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
    model: openProviderModel(account, question.model, fetch),
    ...(question.system === null ? {} : { instructions: markCacheable(question.system) }),
    messages: toSdkMessages(question.messages),
    ...toSdkTools(question.tools ?? []),
    ...(question.schema !== undefined && {
      output: toSdkOutput(question.schema),
      // Services that are strict refuse schemas with members that may be left out.
      providerOptions: { openai: loosely, groq: loosely },
    }),
    maxOutputTokens: question.maxOutputTokens,
    ...(question.temperature === null ? {} : { temperature: question.temperature }),
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(timeoutMs),
    onError: () => undefined,
  })
  let text = ""
  const calls: ModelCall[] = []
  for await (const part of stream.stream) {
    if (part.type === "text-delta") {
      text += part.text
      question.onText?.(part.text)
    } else if (part.type === "tool-call") calls.push(toCall(part))
    else if (part.type === "error") throw part.error
    else if (part.type === "abort") throw tooLate(account, question)
    else if (part.type === "finish") {
      checkEnd(part.finishReason, account.provider.label)
      const { inputTokens = 0, outputTokens = 0, inputTokenDetails } = part.totalUsage
      const cachedTokens = inputTokenDetails.cacheReadTokens ?? 0
      const isCut = part.finishReason === "length"
      return { text, calls, inputTokens, cachedTokens, outputTokens, isCut }
    }
  }
  throw brokeOff(account.provider.label)
}

const loosely = { strictJsonSchema: false }

/** What a schema says is not checked here: the answer is, by whoever asked. */
const toSdkOutput = (schema: Json) =>
  Output.object({ schema: jsonSchema(schema as Parameters<typeof jsonSchema>[0]) })

const toCall = (part: { toolCallId: string; toolName: string; input: unknown }): ModelCall => ({
  id: part.toolCallId,
  name: part.toolName,
  arguments: (part.input ?? {}) as ModelCall["arguments"],
})

/** Instructions are the same from question to question: a service that keeps what it has read may keep them. */
const markCacheable = (content: string) => ({
  role: "system" as const,
  content,
  providerOptions: { anthropic: { cacheControl: { type: "ephemeral" } } },
})

function checkEnd(reason: FinishReason, label: string) {
  if (reason === "content-filter")
    throw new ModelFailure("model.blocked", `${label} will not say what was asked for.`)
  if (reason !== "stop" && reason !== "length" && reason !== "tool-calls") throw brokeOff(label)
}

const brokeOff = (label: string) =>
  new ModelFailure("model.broke_off", `${label} broke off in the middle of its answer.`)

const tooLate = ({ provider }: ModelAccount, { timeoutMs }: ModelQuestion) =>
  new ModelFailure(
    "model.timed_out",
    `${provider.label} did not answer completely within ${Math.ceil(timeoutMs / 1000)} seconds.`,
  )
