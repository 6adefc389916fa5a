import { sendFile as sendFileCommand } from "#basic/keywords/send-file.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"

export const sendFileHandler = handlerFor(sendFileCommand, async ({ file, caption }, step) => {
  await sendFile(step, { keyword: "SEND FILE", file, caption })
})
