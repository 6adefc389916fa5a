import { pausePlaying } from "#basic/keywords/pause.ts"
import { controlPlayer } from "./files/player.ts"
import { handlerFor } from "./handler.ts"

export const pausePlayingHandler = handlerFor(pausePlaying, (_args, step) => {
  controlPlayer(step, "pause")
})
