import type { Json } from "#basic/vm/value.ts"
import type { FileKind, MessageFile, PlayerControl } from "#catalog/messages.ts"
import type { Step } from "../step.ts"

/** Where the conversation keeps what PLAY began. */
const playingKey = "playing"

interface Playing {
  readonly kind: FileKind
  readonly file: MessageFile
}

/** Remembers what PLAY began, for the commands that stop, halt and go on. */
export function rememberPlaying(step: Step, playing: Playing): void {
  step.writeSession(playingKey, playing as unknown as Json)
}

/** Tells the chat what to do with the file that plays; nothing where none does. */
export function controlPlayer(step: Step, control: PlayerControl): void {
  const playing = step.readSession(playingKey) as unknown as Playing | null
  if (playing === null) step.log("PLAY has begun nothing here.")
  else step.sendFile(playing.kind, { ...playing.file, options: [control] }, "")
}
