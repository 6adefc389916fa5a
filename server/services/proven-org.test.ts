import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "../..")

/** Who may turn an id into the right to act for an organization. Each looks the right up first. */
const gates = [
  "server/auth/request-context.ts",
  "server/services/api-keys/prove-key.ts",
  "server/services/bots/prove-public.ts",
  "server/services/conversations/prove-conversation.ts",
  "server/services/demo/seed-demo.ts",
  "server/services/files/open-link.ts",
  "server/services/orgs/create.ts",
  "server/services/orgs/find-invitation.ts",
  "server/services/previews/load.ts",
]

test("only the gates prove an organization", () => {
  const callers = ["server", "workers", "cli"].flatMap((folder) =>
    listFiles(folder).filter((file) => /\bproveOrg\(/.test(readFileSync(join(root, file), "utf8"))),
  )
  expect(callers.filter((file) => file !== "server/services/proven-org.ts").sort()).toEqual(gates)
})

test("nothing else claims the mark with a cast", () => {
  const casts = ["server", "workers", "cli", "db"].flatMap((folder) =>
    listFiles(folder).filter((file) =>
      /as ProvenOrgId\b/.test(readFileSync(join(root, file), "utf8")),
    ),
  )
  expect(casts).toEqual(["server/services/proven-org.ts"])
})

function listFiles(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter(
        (name) =>
          name.endsWith(".ts") &&
          !name.endsWith(".test.ts") &&
          !/(^|\/)(tests|testing)\//.test(name),
      )
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}
