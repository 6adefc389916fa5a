/**
 * What a script says about itself rather than does: its tools, tables, schedules, webhooks, events and the
 * names it links to. Collected from the whole file before anything runs; plain data, kept with a version.
 */
import type { Span } from "../source/span.ts"
import type { Json } from "../vm/value.ts"

/** A parameter of a tool. */
export interface ParamDeclaration {
  readonly name: string
  /** Canonical, upper case: STRING, INTEGER, NUMBER, BOOLEAN, ARRAY, OBJECT, DATE, DATETIME, EMAIL, ... */
  readonly type: string
  readonly description: string | null
  /** What LIKE gives. */
  readonly example: Json
  readonly isRequired: boolean
  readonly default: Json
  /** The only values there are; empty when every value of the type will do. */
  readonly choices: readonly string[]
  readonly span: Span
}

/** A script that a language model or another program may call with arguments. */
export interface ToolDeclaration {
  /** Null: the tool is called like its script. Several tools in one file are named by their headings. */
  readonly name: string | null
  /** The function of the bundle that runs it: "tool:0"; null when the tool is the whole script. */
  readonly entry: string | null
  readonly description: string | null
  readonly params: readonly ParamDeclaration[]
  /** JSON Schema of the arguments: an object. */
  readonly schema: Json
  readonly span: Span
}

/** A column of a table. `type` is canonical and lower case: text, integer, number, date, datetime, boolean, uuid, json. */
export interface FieldDeclaration {
  readonly name: string
  readonly type: string
  /** Units: characters of text, or digits of a number. Null: no limit. */
  readonly length: number | null
  /** Units: digits behind the decimal point. */
  readonly decimals: number | null
  readonly isKey: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly references: { readonly table: string; readonly field: string | null } | null
  /** Text of the default as the author wrote it: `'x'`, `0`, `now()`; null when there is none. */
  readonly default: string | null
  /** Empty: whoever may read the table. */
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
  readonly span: Span
}

export interface IndexDeclaration {
  readonly name: string | null
  readonly fields: readonly string[]
  readonly isUnique: boolean
  readonly span: Span
}

export interface TableDeclaration {
  readonly name: string
  /** `ON connection`; null for the bot's own database. */
  readonly connection: string | null
  /** Empty: everybody. */
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
  readonly fields: readonly FieldDeclaration[]
  readonly indexes: readonly IndexDeclaration[]
  readonly span: Span
}

/** `SET SCHEDULE` as a declaration: this script runs at these times. */
export interface ScheduleDeclaration {
  /** Cron of five or six fields, or words ("every monday at 9am"), as written. */
  readonly when: string
  /** `SET SCHEDULE "name", when`: setting it again under the same name replaces it. */
  readonly name: string | null
  /** Null: this script. */
  readonly script: string | null
  readonly argument: Json
  /** Below `IF job = "sync" THEN`: the value "sync", handed to the script as `argument` is. */
  readonly conditionValue: string | null
  /** The name that is tested: the script finds `conditionValue` in the variable of that name. */
  readonly conditionName: string | null
  readonly span: Span
}

export interface WebhookDeclaration {
  readonly endpoint: string
  /** The only method that starts it; null for GET and POST. */
  readonly method: string | null
  readonly span: Span
}

export type EventKind =
  | "row.inserted"
  | "row.updated"
  | "row.deleted"
  | "email"
  | "folder"
  | "form"
  | "bus"
  | "upload"
  | "message"
  | "webhook"
  | "whatsapp"
  | "incoming call"

/** `ON ... END ON`. */
export interface EventDeclaration {
  readonly kind: EventKind
  /** The table, address, folder, form or event it is about; null for every one. */
  readonly subject: string | null
  /** `from`, `subject`, `events`: further conditions, by lower-case name. */
  readonly filters: Readonly<Record<string, string>>
  /**
   * The function of the bundle that is its body ("on:0", counted in the order of the file), or the SUB that
   * CALL names. Null when there is neither: the event runs the whole script.
   */
  readonly entry: string | null
  readonly span: Span
}

/** A name the script refers to, for linking. */
export interface UsedName {
  readonly name: string
  readonly span: Span
}
export interface UsedWebsite extends UsedName {
  /** `REFRESH "1d"`, as written. */
  readonly refresh: string | null
}
export interface UsedBot extends UsedName {
  readonly triggers: readonly string[]
  readonly tools: readonly string[]
  readonly schedule: string | null
}

export interface Declarations {
  readonly tools: readonly ToolDeclaration[]
  readonly tables: readonly TableDeclaration[]
  readonly schedules: readonly ScheduleDeclaration[]
  readonly webhooks: readonly WebhookDeclaration[]
  readonly events: readonly EventDeclaration[]
  /** ALLOW ROLE: who may start the script; empty for everybody. */
  readonly roles: readonly string[]
  readonly knowledge: readonly UsedName[]
  readonly websites: readonly UsedWebsite[]
  readonly bots: readonly UsedBot[]
  readonly usedTools: readonly UsedName[]
  /** Scripts that CALL, RUN or SET SCHEDULE name. */
  readonly scripts: readonly UsedName[]
  readonly includes: readonly UsedName[]
  /** OPTION STRICT. */
  readonly isStrict: boolean
}
