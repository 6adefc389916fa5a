import { resumePlaying } from "#basic/keywords/resume.ts"
import { controlPlayer } from "./files/player.ts"
import { handlerFor } from "./handler.ts"

export const resumePlayingHandler = handlerFor(resumePlaying, (_args, step) => {
  controlPlayer(step, "resume")
})
