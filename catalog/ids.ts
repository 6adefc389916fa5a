import { z } from "zod"

/** What each prefix names. An id is its prefix, `_`, and 26 characters: a UUIDv7 in Crockford base32. */
export const idPrefixes = {
  org: "organization",
  usr: "user",
  bot: "bot",
  ver: "published version",
  scr: "script",
  cnv: "conversation",
  run: "run",
  msg: "message",
  evt: "inbound event",
  jrn: "journal row",
  tmr: "timer",
  sch: "schedule",
  ses: "login session",
  key: "API key",
  inv: "invitation",
  con: "contact",
  tbl: "table of a bot",
  aud: "audit entry",
  mal: "mail",
  tsk: "task",
  prj: "project",
  cal: "calendar event",
  hnd: "hand-off",
  nte: "note",
  act: "activity",
  cns: "consent",
  thr: "conversation about a flow",
  cmt: "comment",
  fil: "file",
  blb: "content of a file",
  kbs: "knowledge base",
  doc: "document of a knowledge base",
  web: "web site of a knowledge base",
  chk: "passage of a document",
  snp: "kept state of a draft",
  pvw: "preview link",
  bin: "entry of the bin",
  ntf: "notification",
  alt: "alert",
  apv: "approval of a tool's call",
  mac: "account with a provider of models",
  mbu: "budget for models",
  mus: "question a model was asked",
  prm: "prompt of the library",
  evs: "set of questions",
  evr: "run of a set of questions",
  spl: "split between two versions of a prompt",
  tsv: "service whose operations are tools",
  itt: "intent",
  ent: "entity",
  utt: "utterance of a test set",
  mis: "misunderstood message",
} as const

export type IdPrefix = keyof typeof idPrefixes

declare const idBrand: unique symbol
declare const provenBrand: unique symbol

/** Branded text, so that a bot's id cannot be passed where a conversation's is wanted. */
export type Id<P extends IdPrefix> = string & { readonly [idBrand]: P }
export type OrgId = Id<"org">
export type UserId = Id<"usr">
export type BotId = Id<"bot">
export type VersionId = Id<"ver">
export type ScriptId = Id<"scr">
export type ConversationId = Id<"cnv">
export type LoginSessionId = Id<"ses">
export type InvitationId = Id<"inv">
export type FileId = Id<"fil">
export type SnapshotId = Id<"snp">
export type PreviewId = Id<"pvw">
export type BinEntryId = Id<"bin">
export type NotificationId = Id<"ntf">

/** An organization whose right to be acted for was proven by a gate (`server/proven-org.ts`). */
export type ProvenOrgId = OrgId & { readonly [provenBrand]: true }

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
const bodyLength = 26
const idBytes = 16
/** Chance for many ids at once: asking for it costs more than making the id. */
const chance = new Uint8Array(idBytes * 256)
let usedChance = chance.length

/**
 * Makes a new id: ids made later sort after ids made earlier (by the millisecond).
 *
 * Shape: `bot_` and 26 characters. Units: `nowMs` is milliseconds since 1970.
 */
export function newId<P extends IdPrefix>(prefix: P, nowMs: number = Date.now()): Id<P> {
  const bytes = takeChance()
  let time = nowMs
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return brand<P>(`${prefix}_${encode(bytes)}`)
}

function takeChance(): Uint8Array {
  if (usedChance === chance.length) {
    crypto.getRandomValues(chance)
    usedChance = 0
  }
  usedChance += idBytes
  return chance.subarray(usedChance - idBytes, usedChance)
}

/** The lowest id that could be made at this time: ids made earlier sort before it. Units: ms since 1970. */
export function firstIdAt<P extends IdPrefix>(prefix: P, atMs: number): string {
  const bytes = new Uint8Array(16)
  let time = atMs
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  return `${prefix}_${encode(bytes)}`
}

/** Tells whether a text has the shape of an id of this kind. It says nothing about whether it exists. */
export function isId<P extends IdPrefix>(prefix: P, text: unknown): text is Id<P> {
  return typeof text === "string" && idPattern(prefix).test(text)
}

/** The schema of an id in an input; a text of another shape never reaches the database. */
export function idOf<P extends IdPrefix>(prefix: P) {
  return z
    .string()
    .refine((text): text is Id<P> => isId(prefix, text), {
      error: `is not the id of a ${idPrefixes[prefix]}`,
    })
    .meta({ pattern: idPattern(prefix).source, idPrefix: prefix })
}

/** The one place where plain text becomes an id: the text was just made or just matched. */
function brand<P extends IdPrefix>(text: string): Id<P> {
  return text as Id<P>
}

function idPattern(prefix: IdPrefix): RegExp {
  return new RegExp(`^${prefix}_[${alphabet}]{${bodyLength}}$`)
}

function encode(bytes: Uint8Array): string {
  let text = ""
  let pending = 0
  // 128 bits fill 26 groups of five with two bits to spare, which stand first and are zero.
  let pendingBits = 2
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    pendingBits += 8
    while (pendingBits >= 5) {
      pendingBits -= 5
      text += alphabet[(pending >> pendingBits) & 31]
      pending &= (1 << pendingBits) - 1
    }
  }
  return text
}
