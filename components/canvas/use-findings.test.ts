import { expect, it } from "vitest"
import { emptyLayout, openDocument } from "#basic"
import { collectFindings } from "./use-findings.ts"

it("gives a finding to the smallest step around it", () => {
  const document = openDocument('IF TRUE THEN\n    TALK "a"\n    HEAR x AS\nEND IF\n', emptyLayout)
  const found = collectFindings(document)
  const broken = document.flows
    .flatMap((flow) => flow.groups.flatMap((group) => group.steps))
    .find((step) => step.titleKey === "steps.broken")
  expect(broken && found.get(broken.id)?.severity).toBe("error")
  const talk = document.flows
    .flatMap((flow) => flow.groups.flatMap((group) => group.steps))
    .find((step) => step.keyword === "TALK")
  expect(found.has(talk?.id ?? "")).toBe(false)
})
it("finds nothing in a program without problems", () => {
  expect(collectFindings(openDocument('TALK "a"\n', emptyLayout)).size).toBe(0)
})
