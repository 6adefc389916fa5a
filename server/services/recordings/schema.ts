import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

/** How a conversation stands: it waits for somebody, a person has it, it came to its end, or it failed. */
export const recordingStates = ["all", "waiting", "person", "ended", "failed"] as const
export type RecordingState = (typeof recordingStates)[number]

/** A day of the calendar: "2030-05-01". */
const day = z.iso.date().nullable().default(null)

export const ListRecordingsInput = z.strictObject({
  botId: idOf("bot"),
  state: z.enum(recordingStates).default("all"),
  /** The first and the last day on which it was talked; by the clock of UTC. */
  from: day,
  until: day,
  /** Words that somebody said in it. */
  search: z.string().trim().max(200).refine(isStorable, unstorable).default(""),
  offset: z.int().min(0).max(limits.recordingsOffset).default(0),
})
export type ListRecordingsInput = z.input<typeof ListRecordingsInput>

export const RecordingInput = z.strictObject({ conversationId: idOf("cnv") })
export type RecordingInput = z.input<typeof RecordingInput>

export const RecordingMessagesInput = z.strictObject({
  botId: idOf("bot"),
  conversationId: idOf("cnv"),
  /** The highest sequence number one has; 0 for the beginning. */
  after: z.int().min(0).max(1_000_000_000).default(0),
})
export type RecordingMessagesInput = z.input<typeof RecordingMessagesInput>

export const TrafficInput = z.strictObject({ botId: idOf("bot") })
export type TrafficInput = z.input<typeof TrafficInput>
