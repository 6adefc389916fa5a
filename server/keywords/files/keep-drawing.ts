import { drawingName } from "#basic"
import { conversationDrive } from "#server/records/files/drives.ts"
import type { Step } from "../step.ts"
import { type HeldFile, storeFile } from "./content.ts"
import { randomWord } from "./fetch-file.ts"

/** Keeps the text of a picture as a file of this conversation. */
export async function keepDrawing(step: Step, text: string): Promise<HeldFile> {
  const path = `charts/${randomWord(step)}/${drawingName}`
  const make = async () => new TextEncoder().encode(text)
  return await storeFile(step, { path, drive: conversationDrive, make })
}
