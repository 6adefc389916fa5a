import { expect, it } from "vitest"
import { sniffType } from "../basic/index.ts"
import { writeWave } from "./wave-file.ts"

it("what was said becomes a wave file that the server knows for sound, and loud parts are cut, not turned round", () => {
  const bytes = writeWave(Float32Array.from([0, 0.5, 2, -2]), 16_000)
  expect(sniffType(bytes, "wav")).toBe("audio/wav")
  const view = new DataView(bytes.buffer)
  expect(bytes.length).toBe(44 + 8)
  expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
    44, 16_000, 8,
  ])
  expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([
    0, 16_383, 32_767, -32_767,
  ])
})
