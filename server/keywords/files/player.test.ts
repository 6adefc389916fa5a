import { describe, expect, it } from "vitest"
import { handlers } from "../index.ts"
import { FakeStep } from "../tests/fake-step.ts"
import { rememberPlaying } from "./player.ts"

const file = { name: "a.mp3", url: "/api/v1/files/a", size: 3, type: "audio/mpeg" }

describe("what PLAY began", () => {
  it("is stopped, halted and gone on with in the chat that shows it", async () => {
    const step = new FakeStep()
    rememberPlaying(step, { kind: "audio", file: { ...file, options: ["loop"] } })
    for (const keyword of ["PAUSE", "RESUME", "STOP"]) await handlers.get(keyword)!({}, step)
    expect(step.sent).toEqual(
      ["pause", "resume", "stop"].map((control) => ({
        ...{ kind: "audio", file: { ...file, options: [control] }, caption: "" },
      })),
    )
  })

  it("may be nothing: then nothing is sent", async () => {
    const step = new FakeStep()
    await handlers.get("STOP")!({}, step)
    expect(step.sent).toEqual([])
  })
})
