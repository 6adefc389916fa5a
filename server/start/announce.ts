import type { Env } from "#server/env.ts"

/** What a person, or the program that started us, is told once the server answers. */
export interface Announcement {
  readonly url: string
  readonly dataDir: string
  readonly database: "embedded" | "postgres"
  /** How to sign in to the demo; null where it is turned off. */
  readonly demo: { readonly email: string; readonly password: string } | null
}

/** Says that the server is ready: one line of JSON for programs, a few plain lines for people. */
export function announce(mode: Env["announce"], announcement: Announcement): string {
  if (mode === "json") return JSON.stringify({ ready: true, ...announcement })
  const { url, dataDir, database, demo } = announcement
  const lines = [`Botwright is ready at ${url}`]
  if (demo !== null) lines.push(`  Demo sign-in: ${demo.email}  password: ${demo.password}`)
  lines.push(
    database === "embedded"
      ? `  Data: ${dataDir}`
      : `  Data: the Postgres of DATABASE_URL; secrets and mails in ${dataDir}`,
  )
  return lines.join("\n")
}

/**
 * Says which security settings are in effect, and what about them is unusual.
 *
 * Shape: an object for one line of the log.
 */
export function describeSecurity(env: Env, publicUrl: string) {
  const warnings: string[] = []
  if (env.isPublic && publicUrl.startsWith("http:"))
    warnings.push("PUBLIC_URL is not https: passwords and conversations travel in the clear")
  if (env.isPublic && env.trustedProxies === 0 && publicUrl.startsWith("https:"))
    warnings.push(
      "TRUST_PROXY is 0: if a proxy ends the https, all visitors share its address and its limits",
    )
  if (env.outboundAllow.length > 0)
    warnings.push("OUTBOUND_ALLOW lets programs call addresses inside the network")
  return {
    publicUrl,
    isPublic: env.isPublic,
    httpsOnly: publicUrl.startsWith("https:"),
    demoAccount: !env.isPublic,
    trustedProxies: env.trustedProxies,
    outboundAllow: env.outboundAllow,
    metrics: env.metricsToken === null ? "this machine only" : "with METRICS_TOKEN",
    warnings,
  }
}
