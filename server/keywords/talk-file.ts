import { talkFile } from "#basic/keywords/talk-file.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"

export const talkFileHandler = handlerFor(talkFile, async ({ file, caption }, step) => {
  await sendFile(step, { keyword: "TALK FILE", file, caption })
})
