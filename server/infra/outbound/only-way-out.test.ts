import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "../../..")
/** What listens rather than calls, or speaks to a part that whoever runs the server configured. */
const listeners = /^server\/(http|socket|infra\/outbound)\/|^server\/main\.ts$/
const library =
  /^import (?!type ).* from "(?:node:)?(?:https?|http2|net|tls|dgram|undici|axios|got)"/m
const call = /(?<![.\w#] ?)\bfetch\((?!.*\{$)/m

test("NET-05 no module but the guard calls the network", () => {
  const offenders = ["server", "workers", "basic", "catalog"].flatMap((folder) =>
    listFiles(folder).filter(
      (file) => !listeners.test(file) && (library.test(read(file)) || call.test(read(file))),
    ),
  )
  expect(offenders).toEqual([])
})

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/\.test\.ts$|(^|\/)(tests|testing)\//.test(name))
    .map((name) => `${folder}/${name}`)
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
}
