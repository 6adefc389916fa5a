import { talkImage } from "#basic/keywords/talk-image.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"

export const talkImageHandler = handlerFor(talkImage, async ({ file, caption }, step) => {
  await sendFile(step, { keyword: "TALK IMAGE", file, caption })
})
