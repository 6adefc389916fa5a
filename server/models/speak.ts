import type { Outbound } from "#server/infra/outbound/port.ts"
import { callService, noAnswer } from "./call-service.ts"
import type { ModelAccount, SpokenText } from "./port.ts"

/** A quarter of an hour of speech has less. */
const maxSoundBytes = 20 * 1024 * 1024

/** Has a text said aloud, in the form of OpenAI's `/audio/speech`, which others speak too. Gives an MP3. */
export async function speak(
  outbound: Outbound,
  account: ModelAccount,
  { model, voice, text }: SpokenText,
  deadline: number,
): Promise<Uint8Array> {
  const sound = await callService(outbound, account, {
    path: "/audio/speech",
    type: "application/json",
    body: JSON.stringify({ model, input: text, voice, response_format: "mp3" }),
    ...{ deadline, maxBytes: maxSoundBytes },
  })
  if (!isSound(sound)) throw noAnswer(account)
  return sound
}

/** An MP3 begins with a frame or with its title; whatever else comes is no speech. */
function isSound(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0
  return isFrame || (first === 0x49 && second === 0x44 && third === 0x33)
}
