import { pathOfValue, sortOf } from "#basic"
import type { HearType } from "#basic/hear/types.ts"
import { uploadTypes } from "#basic/hear/types.ts"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { conversationDrive } from "#server/records/files/drives.ts"
import { answerWords, languageOf } from "../answer/words/words.ts"
import { type HeldFile, loadHeld } from "../files/content.ts"
import { EffectFailed, type Step } from "../step.ts"
import { readWords } from "./look-at.ts"
import { transcribeFile } from "./transcribe-file.ts"

export interface HeardFile {
  readonly text?: string
  readonly file?: Json
}

/**
 * Makes an answer of a file somebody sent. A voice message becomes what was said, also where a text was asked for; a
 * document carries its words as `text`; anything else stays the file it is.
 *
 * Null for a voice message that answers a question in words and could not be listened to: the person is told.
 */
export async function readHeard(type: HearType, file: Json, step: Step): Promise<HeardFile | null> {
  // A code that was read from a picture is its words already.
  const path = typeof file === "string" ? null : pathOfValue(file)
  if (path === null) return { file }
  const held = await loadHeld(step, path, conversationDrive)
  const isVoice = sortOf(held.mimeType) === "audio"
  if (!uploadTypes.has(type)) return isVoice ? await hearWords(held, step) : { file }
  if (type === "AUDIO") return { file: await tryOr(file, step, () => listen(held, step)) }
  const isRead = type === "DOCUMENT" || (type === "FILE" && sortOf(held.mimeType) === "document")
  return { file: isRead ? await tryOr(file, step, () => withText(file, held, step)) : file }
}

const listen = (held: HeldFile, step: Step): Promise<Json> => transcribeFile(held, "HEAR", step)

async function hearWords(held: HeldFile, step: Step): Promise<HeardFile | null> {
  const text = await tryOr(null, step, () => listen(held, step))
  if (typeof text === "string" && text !== "") return { text }
  step.say(answerWords(languageOf("", step.language)).unheard)
  return null
}

async function withText(file: Json, held: HeldFile, step: Step): Promise<Json> {
  const text = await readWords(held, "HEAR", step)
  const known = typeof file === "object" && file !== null && !Array.isArray(file) ? file : {}
  return { ...known, text: text.slice(0, limits.heardTextChars) }
}

/** What cannot be read or listened to is still a file; the log says why. */
async function tryOr(file: Json, step: Step, work: () => Promise<Json>): Promise<Json> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    step.log(`files: ${error.message}`)
    return file
  }
}
