import { makeAudio } from "#basic/keywords/audio.ts"
import { notSetUp } from "./not-set-up.ts"

export const makeAudioHandler = notSetUp(makeAudio, "botmodels-host")
