import { sendMessage } from "#server/jobs/send-message.ts"
import type { WorkOn } from "./index.ts"

export const sendMessageWorker: WorkOn = (engine, rowId) => engine.follow(sendMessage.table, rowId)
