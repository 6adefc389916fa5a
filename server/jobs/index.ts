import { deleteBlob } from "./delete-blob.ts"
import { fireTimer } from "./fire-timer.ts"
import { runEvent } from "./run-event.ts"
import { sendMessage } from "./send-message.ts"

/** The registry: every kind of job. */
export const jobs = [runEvent, fireTimer, sendMessage, deleteBlob] as const
export type JobName = (typeof jobs)[number]["name"]
