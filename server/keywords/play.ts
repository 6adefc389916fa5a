import { playFile } from "#basic/keywords/play.ts"
import { rememberPlaying } from "./files/player.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

const known = ["autoplay", "loop", "fullscreen", "muted", "controls", "nocontrols"]

export const playFileHandler = handlerFor(playFile, async ({ file, options = "" }, step) => {
  const words = options
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "")
  const strange = words.find((word) => !known.includes(word))
  if (strange !== undefined)
    throw new EffectFailed(
      "basic.bad_value",
      `PLAY knows the options ${known.join(", ")}; ${JSON.stringify(strange.slice(0, 40))} is none of them.`,
    )
  rememberPlaying(step, await sendFile(step, { keyword: "PLAY", file, options: words }))
})
