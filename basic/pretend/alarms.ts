import type {
  EventDeclaration,
  ScheduleDeclaration,
  TableDeclaration,
} from "../declarations/declarations.ts"
import { nextTime } from "../schedules/next-time.ts"
import { parseSchedule } from "../schedules/parse-schedule.ts"
import type { Schedule } from "../schedules/schedule.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"

/** Where a run that begins by itself begins, and with what. */
export interface PretendStart {
  /** Null: the entry. */
  readonly script: string | null
  readonly procedure: string | null
  readonly inputs: Readonly<Record<string, Json>>
}

/** Something that begins at a time. Units: ms since 1970 UTC. */
export interface Alarm {
  /** The same name again replaces it. */
  readonly name: string
  readonly dueMs: number
  readonly start: PretendStart
  /** Null: once. */
  readonly again: Schedule | null
}

/** What the script says of itself that begins runs. */
export interface PretendDeclarations {
  readonly schedules: readonly ScheduleDeclaration[]
  readonly events: readonly EventDeclaration[]
  readonly tables: readonly TableDeclaration[]
}

/** What begins by itself in a preview: schedules, SCHEDULE IN, and events that were published. */
export class PretendAlarms {
  private readonly zone: ZoneTable
  private readonly events: readonly EventDeclaration[]
  private alarms: readonly Alarm[] = []
  private readonly published: { readonly name: string; readonly value: Json }[] = []

  constructor(declared: PretendDeclarations | undefined, nowMs: number, zone: ZoneTable) {
    this.zone = zone
    this.events = declared?.events ?? []
    declared?.schedules.forEach((schedule, index) => {
      this.setAgain(`declared ${index}`, schedule.when, startOf(schedule), nowMs)
    })
  }

  set(alarm: Alarm) {
    this.alarms = [...this.alarms.filter(({ name }) => name !== alarm.name), alarm]
  }

  /** False when the text says no time. */
  setAgain(name: string, when: string, start: PretendStart, nowMs: number): boolean {
    const parsed = parseSchedule(when)
    const dueMs = parsed.ok ? nextTime(parsed.schedule, nowMs, this.zone) : null
    if (!parsed.ok || dueMs === null) return false
    this.set({ name, dueMs, start, again: parsed.schedule })
    return true
  }

  /** What is due next, until then; it moves on to its next time, or is over. */
  take(untilMs: number): Alarm | null {
    const due = this.alarms.filter(({ dueMs }) => dueMs <= untilMs)
    const first = due.reduce<Alarm | null>(
      (soonest, alarm) => (soonest && soonest.dueMs <= alarm.dueMs ? soonest : alarm),
      null,
    )
    if (first === null) return null
    this.alarms = this.alarms.filter((alarm) => alarm !== first)
    const next = first.again && nextTime(first.again, first.dueMs, this.zone)
    if (next !== null) this.set({ ...first, dueMs: next })
    return first
  }

  publish(name: string, value: Json) {
    this.published.push({ name: name.trim().toLowerCase(), value })
  }
  takePublished() {
    return this.published.shift() ?? null
  }

  /** Each ON EVENT of this name. */
  listenersOf(name: string, value: Json): PretendStart[] {
    const fields = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
    return this.events
      .filter(({ kind, subject }) => kind === "bus" && subject?.trim().toLowerCase() === name)
      .map(({ entry }) => ({
        ...{ script: null, procedure: entry },
        inputs: { ...fields, event: name, data: value },
      }))
  }
}

function startOf({ script, argument, conditionName, conditionValue }: ScheduleDeclaration) {
  const given = argument ?? conditionValue
  const tested = conditionName === null ? {} : { [conditionName]: conditionValue }
  return { script, procedure: null, inputs: given === null ? {} : { ...tested, argument: given } }
}
