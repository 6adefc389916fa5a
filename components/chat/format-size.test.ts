import { expect, test } from "vitest"
import { formatSize } from "./format-size.ts"

test("a size is printed in the unit that people read it in", () => {
  expect(formatSize(0, "en")).toBe("0 bytes")
  expect(formatSize(999, "en")).toBe("999 bytes")
  expect(formatSize(1_234, "en")).toBe("1.2 kB")
  expect(formatSize(25_000_000, "en")).toBe("25 MB")
  expect(formatSize(3_400_000, "de")).toBe("3,4 MB")
})
