import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { loadSecrets } from "#server/secrets/load-secrets.ts"
import { readOperatorReset } from "#server/services/accounts/operator-link.ts"
import { UsageError } from "../command.ts"
import { userResetCommand } from "./user-reset.ts"

let dataDir = ""
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "user-reset-"))
  vi.stubEnv("DATA_DIR", dataDir)
  vi.stubEnv("PORT", "4000")
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(dataDir, { recursive: true, force: true })
})

async function reset(email: string) {
  let [out, error] = ["", ""]
  const terminal = {
    folder: dataDir,
    out: (text: string) => {
      out += text
    },
    error: (text: string) => {
      error += text
    },
  }
  const code = await userResetCommand.run({ files: [email], flags: {} }, terminal)
  return { code, out, error }
}

test("user reset prints a link that this installation takes, for that person alone", async () => {
  const secrets = await loadSecrets({ dataDir, sessionSecret: null, encryptionKey: null })
  const { code, out, error } = await reset("Ana@Example.org")
  expect(code).toBe(0)
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:4000\/reset\/op\.[\w-]+\.[\w-]+\n$/)
  expect(error).toBe("It works once, within 60 minutes, if ana@example.org has an account.\n")
  const token = out.trim().split("/").at(-1) ?? ""
  expect(readOperatorReset(secrets, token, new Date())).toMatchObject({ email: "ana@example.org" })
})

test("user reset says where it looked when there is no installation, and makes none", async () => {
  const { code, error } = await reset("ana@example.org")
  expect([code, error]).toEqual([
    1,
    `There is no installation in ${dataDir}; set DATA_DIR to the folder the server uses.\n`,
  ])
})

test("user reset says in one sentence which setting it cannot read", async () => {
  vi.stubEnv("PORT", "http")
  expect(await reset("ana@example.org")).toEqual({
    code: 1,
    out: "",
    error: 'PORT is "http" and must be a whole number from 0 to 65535.\n',
  })
})

test("user reset takes nothing that is no address", async () => {
  await expect(reset("ana")).rejects.toThrow(UsageError)
})
