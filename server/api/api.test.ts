import { afterAll, beforeAll, expect, test } from "vitest"
import { permissions } from "#catalog/permissions.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { openRest } from "#server/testing/rest.ts"
import { operations } from "./api.ts"

interface Document {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { operationId: string; "x-permission"?: string; responses: object }>
  >
}

let server: TestServer
let rest: ReturnType<typeof openRest>
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
})
afterAll(() => server.close())

test("describes itself as OpenAPI 3.1, with every operation and its permission", async () => {
  const { status, json } = await rest.call<Document>("GET", "/openapi.json")
  expect(status).toBe(200)
  expect(json.openapi).toBe("3.1.0")
  const described = Object.entries(json.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  )
  expect(described.sort()).toEqual(
    operations.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`).sort(),
  )
})

test("RBAC-05 every operation stands under a permission of the table", () => {
  for (const operation of operations)
    expect(Object.keys(permissions)).toContain(operation["x-permission"])
})

test("an address that is not there and one that does not take the method, are told apart", async () => {
  const nothing = await rest.problem("GET", "/nothing/here")
  expect([nothing.status, nothing.json.detail]).toEqual([
    404,
    "There is no GET /api/v1/nothing/here.",
  ])
  const method = await rest.problem("DELETE", "/bots/nobody/conversations")
  expect([method.status, method.json.code]).toEqual([405, "request.method_refused"])
  expect(method.headers.get("allow")).toBe("POST")
})

test("AUTH-06 browsers of any site may ask, but never with cookies", async () => {
  const preflight = await fetch(`${server.url}/api/v1/bots/demo/conversations`, {
    method: "OPTIONS",
    headers: {
      origin: "https://shop.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, content-type, idempotency-key",
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*")
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull()
  expect(preflight.headers.get("access-control-allow-headers")).toContain("Idempotency-Key")
})

test("every problem is a problem document that says where it is explained", async () => {
  const { headers, json } = await rest.problem("GET", "/bots/nobody")
  expect(headers.get("content-type")).toBe("application/problem+json")
  expect(json).toEqual({
    type: `${server.url}/docs/errors/bot.not_found`,
    title: "No such bot",
    status: 404,
    detail: 'There is no bot "nobody".',
    code: "bot.not_found",
    fix: "Check the id or the public name of the bot.",
    requestId: headers.get("x-request-id"),
  })
})
