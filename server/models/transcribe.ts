import { z } from "zod"
import { extensionFor } from "#basic"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { callJson, noAnswer } from "./call-service.ts"
import type { ModelAccount, Recording, Transcript } from "./port.ts"

const maxAnswerBytes = 2 * 1024 * 1024

const Answer = z.object({
  text: z.string(),
  duration: z.coerce.number().nonnegative().optional().catch(undefined),
})

/** Has a recording written down, in the form of OpenAI's `/audio/transcriptions`, which others speak too. */
export async function transcribe(
  outbound: Outbound,
  account: ModelAccount,
  { model, bytes, mimeType, language }: Recording,
  deadline: number,
): Promise<Transcript> {
  const form = new FormData()
  form.append("model", model)
  // Services tell the format by the ending of the name.
  const name = `recording.${extensionFor(mimeType)}`
  form.append("file", new Blob([new Uint8Array(bytes)], { type: mimeType }), name)
  if (language !== null) form.append("language", language.slice(0, 2).toLowerCase())
  const request = new Response(form)
  const said = await callJson(outbound, account, {
    path: "/audio/transcriptions",
    type: request.headers.get("content-type") ?? "multipart/form-data",
    body: new Uint8Array(await request.arrayBuffer()),
    ...{ deadline, maxBytes: maxAnswerBytes },
  })
  const answer = Answer.safeParse(said)
  if (!answer.success) throw noAnswer(account)
  return { text: answer.data.text.trim(), seconds: answer.data.duration ?? null }
}
