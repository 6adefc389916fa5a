import { cleanName } from "#basic"
import { limits } from "#catalog/limits.ts"
import { conversationDrive } from "#server/records/files/drives.ts"
import { keepFile } from "#server/records/files/keep-file.ts"
import { type HeldFile, putContent, reserve } from "../files/content.ts"
import { randomWord } from "../files/fetch-file.ts"
import { EffectFailed, type Step } from "../step.ts"
import { askTask, taskMs } from "./ask-task.ts"

interface Speech {
  readonly keyword: string
  readonly text: string
  /** Empty for the one of the account. */
  readonly voice?: string | undefined
}

/**
 * Has a text said aloud, and keeps the sound with this conversation.
 *
 * Throws: `EffectFailed` "service.not_set_up", "model.limit_reached", "model.*", "file.*".
 */
export async function speakText({ keyword, text, voice }: Speech, step: Step): Promise<HeldFile> {
  const said = plainOf(text)
  if (said === "" || said.length > limits.spokenChars)
    throw new EffectFailed(
      "model.limit_reached",
      `A text that is said aloud has 1 to ${limits.spokenChars} characters; this one has ${said.length}.`,
    )
  const name = `${cleanName(said.slice(0, 40)).replace(/[. ]+$/, "") || "speech"}.mp3`
  const path = `spoken/${randomWord(step)}/${name}`
  const reserved = await reserve(step)
  // The sound goes to the store, and only where it is to the journal.
  const content = await askTask(
    {
      ...{ task: "speak", keyword },
      perform: async ({ account, model, voice: own }) => {
        const wish = { model, voice: voice?.trim() || own, text: said, timeoutMs: taskMs }
        const sound = await step.parts.models.speak(account, wish)
        const stored = await putContent(step, reserved, path, sound)
        return { value: stored, amount: said.length / 1e6 }
      },
    },
    step,
  )
  return await step.record(
    async (tx, place) => {
      const row = await keepFile(tx, place, conversationDrive(place), path, content)
      return { ...row, orgId: place.orgId }
    },
    { name: `${keyword} KEEP`, arguments: null },
  )
}

/** Marks of Markdown are not said aloud. */
const plainOf = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`#>]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
