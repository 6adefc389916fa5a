import { type Assistant, emptyAssistant } from "../assistant/assistant.ts"
import { utcZone } from "../dates/zone.ts"
import { MemoryTables } from "../rows/memory-store.ts"
import { shapeOf } from "../rows/table-shape.ts"
import type { Json } from "../vm/value.ts"
import { PretendAlarms } from "./alarms.ts"
import { PretendDesk } from "./desk.ts"
import { PretendDrive } from "./drive.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { PreviewChoice } from "./preview-shapes.ts"

interface Remembered {
  readonly value: Json
  /** Units: ms since 1970 UTC; Infinity for ever. */
  readonly untilMs: number
}

export type MemoryScope = "bot" | "user" | "session"

/** What a published bot would keep in the database, for as long as the preview is open. */
export class PretendWorld {
  nowMs: number
  language: string | undefined
  systemPrompt = ""
  suggestions: PreviewChoice[] = []
  readonly headers = new Map<string, string>()
  readonly context = new Map<string, string>()
  /** Files of the bot, and of the person. */
  readonly drive = new PretendDrive()
  readonly userDrive = new PretendDrive()
  /** Mail, tasks, appointments, leads and groups. */
  readonly desk = new PretendDesk()
  /** Tables of the bot; those that its scripts declare are there from the beginning. */
  readonly tables: MemoryTables
  readonly assistant: Assistant = emptyAssistant()
  /** What begins by itself. */
  readonly alarms: PretendAlarms
  readonly settings = new Map<string, string>()
  private count = 0
  private readonly memories: Readonly<Record<MemoryScope, Map<string, Remembered>>>

  constructor(options: PreviewOptions, nowMs: number) {
    this.nowMs = nowMs
    this.language = options.language
    this.alarms = new PretendAlarms(options.declarations, nowMs, options.zone ?? utcZone)
    this.tables = new MemoryTables((options.declarations?.tables ?? []).map(shapeOf))
    const fill = (given: Readonly<Record<string, Json>> | undefined) =>
      new Map(
        Object.entries(given ?? {}).map(([key, value]) => [
          key,
          { value, untilMs: Number.POSITIVE_INFINITY },
        ]),
      )
    this.memories = {
      bot: fill(options.memory?.bot),
      user: fill(options.memory?.user),
      session: fill(options.memory?.session),
    }
  }

  /** Counts from 1, to tell things of this preview apart. */
  nextNumber(): number {
    this.count += 1
    return this.count
  }

  read(scope: MemoryScope, key: string): Json {
    const found = this.memories[scope].get(key)
    return found && found.untilMs > this.nowMs ? found.value : null
  }

  /** Units of `seconds`: Infinity for ever. Null forgets. */
  write(scope: MemoryScope, key: string, value: Json, seconds = Number.POSITIVE_INFINITY): void {
    if (value === null) this.memories[scope].delete(key)
    else this.memories[scope].set(key, { value, untilMs: this.nowMs + seconds * 1000 })
  }

  /** Lists what is remembered now, for people to look at. */
  list(scope: MemoryScope): { key: string; value: Json }[] {
    return [...this.memories[scope]]
      .filter(([, { untilMs }]) => untilMs > this.nowMs)
      .map(([key, { value }]) => ({ key, value }))
  }

  /** The same value twice is one button with the newer words. */
  suggest(choice: PreviewChoice): void {
    const known = this.suggestions.findIndex(({ value }) => value === choice.value)
    this.suggestions =
      known < 0 ? [...this.suggestions, choice] : this.suggestions.with(known, choice)
  }

  /** Header names are compared without case; an empty value removes one. */
  setHeader(name: string, value: string): void {
    const lower = name.toLowerCase()
    for (const known of this.headers.keys()) {
      if (known.toLowerCase() === lower) this.headers.delete(known)
    }
    if (value !== "") this.headers.set(name, value)
  }
}
