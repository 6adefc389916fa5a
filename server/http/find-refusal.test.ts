import { describe, expect, test } from "vitest"
import { findRefusal } from "./find-refusal.ts"

const own = new Set(["https://b.example"])
const refusalOf = (method: string, path: string, headers = {}, isOpen = true) =>
  findRefusal({ method, headers }, path, isOpen, own)?.code ?? null

describe("what is refused before any part is asked", () => {
  test("methods nobody offers, wherever they are sent", () => {
    for (const method of ["TRACE", "CONNECT", "PROPFIND", "M-SEARCH", "get", ""])
      for (const path of ["/", "/bots", "/api/v1/bots/demo", "/api/trpc/account.me", "/widget.js"])
        expect(refusalOf(method, path)).toBe("request.method_refused")
    for (const method of ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])
      expect(refusalOf(method, "/api/v1/bots/demo")).toBeNull()
  })

  test("addresses that cannot be decoded or are no paths", () => {
    for (const path of ["/c/%E0%A4%A", "/%", "/%zz", "http://evil.example/", "*", ""])
      expect(refusalOf("GET", path)).toBe("request.malformed")
    for (const path of ["/", "/c/%E2%82%AC", "//x", "/%00", "/__proto__"])
      expect(refusalOf("GET", path)).toBeNull()
  })

  test("everything but the sign of life while the server begins or stops", () => {
    expect(refusalOf("GET", "/bots", {}, false)).toBe("server.stopping")
    expect(refusalOf("GET", "/health/live", {}, false)).toBeNull()
  })

  test("AUTH-06 a change that another site sends, except to the API, which takes no cookies", () => {
    const foreign = { origin: "https://evil.example" }
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(refusalOf(method, "/api/trpc/orgs.delete", foreign)).toBe("request.origin_refused")
      expect(refusalOf(method, "/api/v1/bots/demo/conversations", foreign)).toBeNull()
      expect(refusalOf(method, "/api/trpc/orgs.delete", { origin: "https://b.example" })).toBeNull()
    }
    expect(refusalOf("GET", "/bots", foreign)).toBeNull()
  })
})
