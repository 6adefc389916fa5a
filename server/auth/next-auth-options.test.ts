import { expect, test } from "vitest"
import { parseCookies } from "./cookies.ts"
import { toLocalUrl } from "./next-auth-options.ts"

const base = "https://b.example"

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "https://b.example.evil.example/",
  "https://b.example@evil.example/",
  "http://b.example/",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "/ok\r\nSet-Cookie: a=b",
  "/a\\..\\b",
  "evil.example",
  "",
])("AUTH-04 %j does not lead away from our origin", (url) => {
  expect(toLocalUrl(url, base)).toBe(base)
})

test("AUTH-04 a path and an address of ours are kept", () => {
  expect(toLocalUrl("/bots?x=1#y", base)).toBe("https://b.example/bots?x=1#y")
  expect(toLocalUrl("https://b.example/bots", base)).toBe("https://b.example/bots")
})

test("a Cookie header is read without trusting it", () => {
  const cookies = parseCookies('a=1; b="two words%21"; a=2; =x; c; __proto__=p; d=%zz')
  expect([...cookies]).toEqual([
    ["a", "1"],
    ["b", "two words!"],
    ["__proto__", "p"],
    ["d", "%zz"],
  ])
  const many = Array.from({ length: 1_000 }, (_, at) => `c${at}=1`).join("; ")
  expect(parseCookies(`${many}; session=here`).get("session")).toBe("here")
})
