import { expect, test } from "vitest"
import { describeDevice } from "./describe-device.ts"

test("a session is named by browser and system as people call them", () => {
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1"
  expect(describeDevice(edge)).toEqual({ name: "Edge · Windows", isPhone: false })
  expect(describeDevice(phone)).toEqual({ name: "Safari · iPhone", isPhone: true })
})

test("a program that names no browser has no name", () => {
  expect(describeDevice("curl/8.1")).toEqual({ name: "", isPhone: false })
})
