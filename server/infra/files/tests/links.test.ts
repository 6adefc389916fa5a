import { expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { createFileLinks } from "../links.ts"

const links = createFileLinks("k".repeat(40), "https://bots.example")
const file = { orgId: newId("org"), fileId: newId("fil"), expiresMs: 1_900_000_000_000 }
const tokenOf = (address: string) => address.split("/")[4] ?? ""

it("reads back what it signed, with and without an end", () => {
  for (const expiresMs of [file.expiresMs, null]) {
    const address = links.sign({ ...file, expiresMs }, "a b.pdf")
    expect(address).toMatch(/^\/api\/v1\/files\/org_\w+\.fil_\w+\.\w+\.[\w-]{24}\/a%20b\.pdf$/)
    expect(links.read(tokenOf(address))).toEqual({ ...file, expiresMs })
  }
  expect(links.signWhole(file, "x")).toMatch(/^https:\/\/bots\.example\/api\/v1\/files\//)
})

it("takes no address whose file, organization or time was exchanged, and none of another installation (FIL-04)", () => {
  const token = tokenOf(links.sign(file, "x"))
  const [org, id, expires, signature] = token.split(".")
  const forged = [
    [newId("org"), id, expires, signature],
    [org, newId("fil"), expires, signature],
    [org, id, (file.expiresMs + 1).toString(36), signature],
    [org, id, "0", signature],
    [org, id, expires, "A".repeat(24)],
    [org, id, expires, signature, "x"],
    [org, id, expires],
  ]
  for (const parts of forged) expect(links.read(parts.join("."))).toBeNull()
  expect(createFileLinks("j".repeat(40), "").read(token)).toBeNull()
})

it("keeps no separator, control or direction mark of a name in the address (FIL-02)", () => {
  for (const name of [
    "../../x",
    "..\\x",
    "a\0b",
    "\u202egpj.exe",
    "C:\\con",
    "",
    "a".repeat(300),
  ]) {
    const shown = decodeURIComponent(links.sign(file, name).split("/")[5] ?? "")
    expect(shown).toMatch(/^[\p{L}\p{N}._ -]{1,80}$/u)
  }
})
