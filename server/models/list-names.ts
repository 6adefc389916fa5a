import { z } from "zod"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { callJson, noAnswer } from "./call-service.ts"
import type { ModelAccount } from "./port.ts"

const maxAnswerBytes = 4 * 1024 * 1024
const mostNames = 500

const Answer = z.object({ data: z.array(z.object({ id: z.string().min(1).max(100) })) })

/** Asks a service that speaks as OpenAI does, Ollama among them, which models it has. */
export async function listNames(
  outbound: Outbound,
  account: ModelAccount,
  deadline: number,
): Promise<string[]> {
  const call = { path: "/models", type: "", body: null, deadline, maxBytes: maxAnswerBytes }
  const answer = Answer.safeParse(await callJson(outbound, account, call))
  if (!answer.success) throw noAnswer(account)
  return answer.data.data
    .map(({ id }) => id)
    .toSorted()
    .slice(0, mostNames)
}
