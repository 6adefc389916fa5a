import { beforeEach, expect, it, vi } from "vitest"
import { emptyLayout } from "#basic"
import { forgetDraft, isSameDraft, keepDraft, takeUnsaved } from "./kept-draft.ts"

const stored = { source: 'TALK "a"\n', layout: emptyLayout, revision: 4 }
const edited = { ...stored, source: 'TALK "b"\n' }

/** A browser's store as far as drafts need it: its keys are its properties. */
function makeStorage(): Storage {
  const storage = {} as Record<string, string>
  const methods = {
    setItem: (key: string, value: string) => {
      storage[key] = value
    },
    getItem: (key: string) => storage[key] ?? null,
    removeItem: (key: string) => {
      delete storage[key]
    },
  }
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(storage, name, { value, enumerable: false })
  return storage as unknown as Storage
}

beforeEach(() => void vi.stubGlobal("localStorage", makeStorage()))

it("gives back what was kept and never arrived", () => {
  keepDraft("bot", edited)
  expect(takeUnsaved("bot", stored)).toEqual(edited)
  expect(takeUnsaved("other", stored)).toBeNull()
})
it("gives back what was edited on an older revision too, so that both are there to choose from", () => {
  keepDraft("bot", { ...edited, revision: 2 })
  expect(takeUnsaved("bot", stored)?.revision).toBe(2)
})
it("forgets what the server has by now", () => {
  keepDraft("bot", { ...stored, revision: 2 })
  expect(takeUnsaved("bot", stored)).toBeNull()
  expect(Object.keys(localStorage)).toEqual([])
})
it("forgets what this page kept once it was saved", () => {
  keepDraft("bot", edited)
  forgetDraft("bot")
  expect(takeUnsaved("bot", stored)).toBeNull()
})
it("takes the newest of several pages and leaves the others alone", () => {
  const kept = (source: string, keptAt: number) => JSON.stringify({ ...edited, source, keptAt })
  localStorage.setItem("botwright:draft:bot:one", kept("old", 1))
  localStorage.setItem("botwright:draft:bot:two", kept("new", 2))
  expect(takeUnsaved("bot", stored)?.source).toBe("new")
  expect(localStorage.getItem("botwright:draft:bot:one")).not.toBeNull()
})
it("is not confused by what somebody else wrote under its name", () => {
  localStorage.setItem("botwright:draft:bot:x", "{]")
  localStorage.setItem("botwright:draft:bot:y", '{"source":1}')
  expect(takeUnsaved("bot", stored)).toBeNull()
})
it("works without a store", () => {
  vi.stubGlobal("localStorage", undefined)
  keepDraft("bot", edited)
  forgetDraft("bot")
  expect(takeUnsaved("bot", stored)).toBeNull()
})
it("compares layouts by what they say, not by the order of their keys", () => {
  const a = {
    source: "",
    layout: { ...emptyLayout, groups: { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } } },
  }
  const b = {
    source: "",
    layout: { ...emptyLayout, groups: { b: { y: 4, x: 3 }, a: { x: 1, y: 2 } } },
  }
  expect(isSameDraft(a, b)).toBe(true)
})
