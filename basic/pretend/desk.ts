import type { Json } from "../vm/value.ts"
import type { NewEventWords } from "./families/task-values.ts"

export interface PretendTemplate {
  readonly name: string
  readonly channel: string
  readonly subject: string
  readonly body: string
}

/** What a published bot would keep of mail, tasks, appointments, leads and groups. */
export class PretendDesk {
  readonly templates = new Map<string, PretendTemplate>()
  readonly tasks = new Map<string, { [key: string]: Json }>()
  readonly projects = new Map<string, { name: string; people: string[] }>()
  readonly events = new Map<string, NewEventWords>()
  readonly leads = new Map<string, { facts: { [key: string]: Json }; bonus: number }>()
  readonly teams = new Map<string, Map<string, string>>()
  /** A person was asked for. */
  isHeld = false
  private count = 0

  /** Names what is made: the same in every run of the same script. */
  nextId(prefix: string): string {
    this.count += 1
    return `${prefix}_${this.count}`
  }
}
