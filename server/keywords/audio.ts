import { makeAudio } from "#basic/keywords/audio.ts"
import { describeFile } from "./files/describe-file.ts"
import { handlerFor } from "./handler.ts"
import { speakText } from "./media/speak-text.ts"

/** The address of the sound, which is kept with the conversation. */
export const makeAudioHandler = handlerFor(makeAudio, async ({ prompt = "", voice }, step) => {
  const file = await speakText({ keyword: "AUDIO", text: prompt, voice }, step)
  return String(describeFile(step, file).url ?? "")
})
