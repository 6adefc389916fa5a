import { join, resolve } from "node:path"
import ipaddr from "ipaddr.js"
import { z } from "zod"
import { limits } from "#catalog/limits.ts"
import { StartRefusal } from "./errors/start-refusal.ts"
import type { S3Settings } from "./infra/files/object-store.ts"

/** The settings of one process, read once at the start. Nothing else reads `process.env`. */
export interface Env {
  readonly role: "all" | "web" | "worker"
  /** 0 asks the system for a free port. */
  readonly port: number
  readonly host: string
  /** Others than this machine can reach it. */
  readonly isPublic: boolean
  /** Absolute. */
  readonly dataDir: string
  /** Null: the embedded database. */
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  /** Where contents of files lie when there is no `s3`. Absolute. */
  readonly filesDir: string
  /** Every process reaches the same contents: a folder that was named, or a store. */
  readonly hasSharedFiles: boolean
  /** An S3-compatible store for files; null: `filesDir`. */
  readonly s3: S3Settings | null
  /** Origin without a slash at the end; null until the port is known. */
  readonly publicUrl: string | null
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent"
  readonly isProduction: boolean
  readonly announce: "human" | "json"
  /** Without pages the process serves the API alone. */
  readonly pages: boolean
  /** Hosts, `host:port` and address ranges that the outbound guard lets through although they are not public. */
  readonly outboundAllow: readonly string[]
  /** How many proxies of ours stand in front and add to X-Forwarded-For. */
  readonly trustedProxies: number
  readonly sessionSecret: string | null
  readonly encryptionKey: string | null
  readonly metricsToken: string | null
  /** The server mails leave through, with its user and password; null keeps them as files. */
  readonly smtpUrl: string | null
  /** The sender of every mail. */
  readonly mailFrom: string
  /** Multiplies what is allowed in a while; for load tests, and for sites larger or smaller than usual. */
  readonly rateLimitFactor: number
  /** How long a request waits for a turn before it is answered 202. Shorter than the patience of a proxy in front. */
  readonly turnWaitMs: number
  /** A word by which a test recognizes this process in its answers and its pages; null otherwise. */
  readonly mark: string | null
}

const text = z.string().trim().min(1)

const variables = {
  ROLE: z.enum(["all", "web", "worker"], { error: "must be all, web or worker" }).default("all"),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, {
      error: "must be a whole number from 0 to 65535",
    })
    .default("3000"),
  HOST: text
    .refine((value) => ipaddr.isValid(value) || /^[a-z0-9.-]+$/i.test(value), {
      error: "must be a host name or an address such as 127.0.0.1 or 0.0.0.0",
    })
    .default("127.0.0.1"),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: urlWith(["postgres:", "postgresql:"], "must begin with postgres://").optional(),
  REDIS_URL: urlWith(["redis:", "rediss:"], "must begin with redis:// or rediss://").optional(),
  FILES_DIR: text.optional(),
  S3_ENDPOINT: urlWith(["http:", "https:"], "must begin with https:// or http://").optional(),
  S3_BUCKET: text
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: "must be the name of a bucket" })
    .optional(),
  S3_REGION: text.default("us-east-1"),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  PUBLIC_URL: urlWith(["http:", "https:"], "must begin with https:// or http://")
    .refine((value) => /^https?:\/\/[^/?#@]+\/?$/i.test(value), {
      error: "must be an origin such as https://bots.example.com, without a path",
    })
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("info"),
  NODE_ENV: z.string().default("production"),
  BOTWRIGHT_ANNOUNCE: z
    .enum(["human", "json"], { error: "must be human or json" })
    .default("human"),
  PAGES: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  OUTBOUND_ALLOW: z.string().default(""),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, { error: "must be the number of proxies in front of the server, from 0 to 9" })
    .default("0"),
  SESSION_SECRET: strongSecret().optional(),
  ENCRYPTION_KEY: strongSecret().optional(),
  METRICS_TOKEN: strongSecret().optional(),
  SMTP_URL: urlWith(["smtp:", "smtps:"], "must begin with smtp:// or smtps://").optional(),
  SMTP_HOST: text.optional(),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: "must be a whole number" })
    .optional(),
  SMTP_USER: text.optional(),
  SMTP_PASSWORD: text.optional(),
  MAIL_FROM: text
    .refine((value) => /^[^\p{Cc}<>]*<?[^\s<>@]+@[\w.-]+>?$/u.test(value), {
      error: "must be an address, or a name and an address such as Shop <shop@example.com>",
    })
    .default("Botwright <botwright@localhost>"),
  RATE_LIMIT_FACTOR: z
    .string()
    .refine((value) => Number(value) >= 0.001 && Number(value) <= 1_000_000, {
      error: "must be a number from 0.001 to 1000000",
    })
    .default("1"),
  BOTWRIGHT_MARK: z
    .string()
    .regex(/^[\w-]{1,40}$/, {
      error: "must be a word of at most 40 letters and digits",
    })
    .optional(),
  TURN_WAIT_MS: z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= 50 && Number(value) <= 110_000, {
      error: "must be a whole number from 50 to 110000",
    })
    .default(String(limits.turnWaitMs)),
} as const

const Variables = z.object(variables)

/**
 * Reads the settings from environment variables; an empty variable counts as not set.
 *
 * Throws: StartRefusal with one plain sentence for each bad value, one to a line.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given: Record<string, string> = {}
  for (const name of Object.keys(variables)) {
    const value = source[name]
    if (value !== undefined && value !== "") given[name] = value
  }
  const parsed = Variables.safeParse(given)
  if (!parsed.success) throw new StartRefusal(sentencesOf(parsed.error.issues, given).join("\n"))
  const env = toEnv(parsed.data)
  const problems = contradictionsOf(env)
  if (problems.length > 0) throw new StartRefusal(problems.join("\n"))
  return env
}

/** Tells whether a secret is long and varied enough to be one. */
export function isStrongSecret(secret: string): boolean {
  const isExample = /change.?me|example|default|password|secret|your[-_ ]|123456/i.test(secret)
  return secret.length >= 32 && new Set(secret).size >= 10 && !isExample
}

/** Tells whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)
}

function toEnv(values: z.infer<typeof Variables>): Env {
  return {
    role: values.ROLE,
    port: Number(values.PORT),
    host: values.HOST,
    isPublic: !isLoopback(values.HOST),
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    filesDir: resolve(values.FILES_DIR ?? join(values.DATA_DIR, "files")),
    hasSharedFiles: values.FILES_DIR !== undefined || toS3(values) !== null,
    s3: toS3(values),
    publicUrl: values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL).origin,
    logLevel: values.LOG_LEVEL,
    isProduction: values.NODE_ENV === "production",
    announce: values.BOTWRIGHT_ANNOUNCE,
    pages: values.PAGES === "on",
    outboundAllow: values.OUTBOUND_ALLOW.split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
    trustedProxies: Number(values.TRUST_PROXY),
    sessionSecret: values.SESSION_SECRET ?? null,
    encryptionKey: values.ENCRYPTION_KEY ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    smtpUrl: smtpUrlOf(values),
    mailFrom: values.MAIL_FROM,
    rateLimitFactor: Number(values.RATE_LIMIT_FACTOR),
    turnWaitMs: Number(values.TURN_WAIT_MS),
    mark: values.BOTWRIGHT_MARK ?? null,
  }
}

/** SMTP_HOST and its companions say the same as SMTP_URL, which goes first. */
function smtpUrlOf(values: z.infer<typeof Variables>): string | null {
  if (values.SMTP_URL !== undefined) return values.SMTP_URL
  if (values.SMTP_HOST === undefined) return null
  const { SMTP_USER: user = "", SMTP_PASSWORD: password = "", SMTP_PORT: port = "587" } = values
  const scheme = port === "465" ? "smtps" : "smtp"
  const who = user === "" ? "" : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`
  return `${scheme}://${who}${values.SMTP_HOST}:${port}`
}

/** All of them or none: `contradictionsOf` tells which is missing. */
function toS3(values: z.infer<typeof Variables>): S3Settings | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION: region } = values
  const { S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  if (!S3_ENDPOINT && !S3_BUCKET && !S3_ACCESS_KEY_ID && !S3_SECRET_ACCESS_KEY) return null
  return {
    endpoint: S3_ENDPOINT ?? "",
    bucket: S3_BUCKET ?? "",
    region,
    accessKeyId: S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? "",
  }
}

const s3Names = {
  endpoint: "S3_ENDPOINT",
  bucket: "S3_BUCKET",
  accessKeyId: "S3_ACCESS_KEY_ID",
  secretAccessKey: "S3_SECRET_ACCESS_KEY",
} as const

function contradictionsOf(env: Env): string[] {
  const problems: string[] = []
  for (const [part, name] of Object.entries(s3Names))
    if (env.s3 !== null && env.s3[part as keyof typeof s3Names] === "")
      problems.push(`Files go to an S3-compatible store, so ${name} must be set too.`)
  if (env.isPublic && env.publicUrl === null)
    problems.push(
      `HOST is ${env.host}, which others can reach, so PUBLIC_URL must say under which address, such as https://bots.example.com.`,
    )
  if (env.role !== "all" && env.redisUrl === null)
    problems.push(
      `ROLE is ${env.role}, which means several processes, so REDIS_URL must name the Redis they share.`,
    )
  if (env.role !== "all" && env.databaseUrl === null)
    problems.push(
      `ROLE is ${env.role}, which means several processes, so DATABASE_URL must name the Postgres they share.`,
    )
  if (env.role !== "all" && !env.hasSharedFiles)
    problems.push(
      `ROLE is ${env.role}, which means several processes, so S3_ENDPOINT or FILES_DIR must say where they share files.`,
    )
  if (env.role !== "all" && (env.sessionSecret === null || env.encryptionKey === null))
    problems.push(
      `ROLE is ${env.role}, which means several processes, so SESSION_SECRET and ENCRYPTION_KEY must be set, the same for all of them.`,
    )
  return problems
}

function sentencesOf(issues: readonly z.core.$ZodIssue[], given: Record<string, string>): string[] {
  return issues.map((issue) => {
    const name = String(issue.path[0])
    const isSecret = /SECRET|KEY|TOKEN|_URL|PASSWORD/.test(name)
    const shown = isSecret ? "" : ` is ${JSON.stringify(given[name])} and`
    return `${name}${shown} ${issue.message}.`
  })
}

function urlWith(protocols: readonly string[], error: string) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error,
      abort: true,
    })
}

function strongSecret() {
  return z.string().refine(isStrongSecret, {
    error:
      "must be at least 32 varied characters that are not an example, such as the output of: openssl rand -base64 48",
  })
}
