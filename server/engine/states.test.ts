import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { decisionKinds } from "./decide.ts"
import { outboxStates } from "./outbox.ts"
import { eventStates, journalStates, runStatuses } from "./store-rows.ts"

const text = readFileSync(new URL("./STATES.md", import.meta.url), "utf8")

function section(title: string): string {
  const start = text.indexOf(`## ${title}`)
  expect(start, `STATES.md has a section ${title}`).toBeGreaterThan(0)
  const end = text.indexOf("\n## ", start + 1)
  return text.slice(start, end < 0 ? undefined : end)
}

function drawnStates(title: string): string[] {
  const names = [...section(title).matchAll(/^\s+(\S+) --> (\S+?):/gm)].flatMap((match) => [
    match[1]!,
    match[2]!,
  ])
  return [...new Set(names)].filter((name) => name !== "[*]").sort()
}

it("draws exactly the states the code knows", () => {
  expect(drawnStates("Inbound event")).toEqual([...eventStates].sort())
  expect(drawnStates("Run ")).toEqual([...runStatuses].sort())
  expect(drawnStates("Message to a channel")).toEqual([...outboxStates].sort())
})

it("lists exactly the decisions the code takes", () => {
  const listed = [...section("What an event does").matchAll(/^\| `([^`]+)`/gm)].map(
    (match) => match[1],
  )
  expect(listed.sort()).toEqual([...decisionKinds].sort())
})

it("names exactly the states of a journal row", () => {
  for (const state of journalStates) expect(section("Journal row")).toContain(`\`${state}\``)
})
