import { talkAudio } from "#basic/keywords/talk-audio.ts"
import { showFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"
import { speakText } from "./media/speak-text.ts"
import { EffectFailed } from "./step.ts"

/** A text that cannot be said aloud is said in writing: nobody is left without the answer. */
export const talkAudioHandler = handlerFor(talkAudio, async ({ text = "", voice }, step) => {
  try {
    const file = await speakText({ keyword: "TALK AUDIO", text, voice }, step)
    showFile(step, file, { caption: text })
  } catch (error) {
    if (!(error instanceof EffectFailed) || !error.code.startsWith("model.")) throw error
    step.log(`models: said in writing: ${error.message}`)
    step.say(text)
  }
})
