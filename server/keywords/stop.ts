import { stopPlaying } from "#basic/keywords/stop.ts"
import { controlPlayer } from "./files/player.ts"
import { handlerFor } from "./handler.ts"

export const stopPlayingHandler = handlerFor(stopPlaying, (_args, step) => {
  controlPlayer(step, "stop")
})
