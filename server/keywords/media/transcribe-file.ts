import { limits } from "#catalog/limits.ts"
import { type HeldFile, readContent } from "../files/content.ts"
import { EffectFailed, type Step } from "../step.ts"
import { askTask, taskMs } from "./ask-task.ts"

/** A voice message at a low rate has at least so many. Units: bytes a minute. */
const leastBytesPerMinute = 60_000

/** Has a recording written down. Throws: `EffectFailed` "service.not_set_up", "file.too_large", "model.*". */
export async function transcribeFile(file: HeldFile, keyword: string, step: Step): Promise<string> {
  if (file.size > limits.recordingBytes)
    throw new EffectFailed(
      "file.too_large",
      `A recording that is written down has at most ${limits.recordingBytes} bytes; ${file.path} has ${file.size}.`,
    )
  const text = await askTask(
    {
      ...{ task: "transcribe", keyword },
      perform: async ({ account, model }) => {
        const bytes = await readContent(step, file)
        const wish = { model, bytes, mimeType: file.mimeType, language: step.language }
        const heard = await step.parts.models.transcribe(account, { ...wish, timeoutMs: taskMs })
        // Who does not say how long it was is taken at the least it can be heard for.
        const minutes = (heard.seconds ?? 0) / 60 || file.size / leastBytesPerMinute
        return { value: heard.text.slice(0, limits.messageTextChars), amount: minutes }
      },
    },
    step,
  )
  return String(text)
}
