import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listServiceTools } from "#server/keywords/answer/tools/service-tools.ts"
import { FakeStep } from "#server/keywords/tests/fake-step.ts"
import { readOpenapi } from "#server/records/tools/read-openapi.ts"
import type { ToolService } from "#server/records/tools/read-tools.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"

const petstore = {
  openapi: "3.0.3",
  servers: [{ url: "https://pets.example/v1/" }],
  paths: {
    "/pets/{petId}": {
      parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
      get: { operationId: "showPet", summary: "Shows a pet." },
      put: {
        operationId: "renamePet",
        parameters: [
          { name: "X-Reason", in: "header", schema: { type: "string" } },
          { name: "Authorization", in: "header", schema: { type: "string" } },
        ],
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
        },
      },
    },
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 50 } }],
      },
    },
    "/../admin": { get: { operationId: "escape" } },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, parent: { $ref: "#/components/schemas/Pet" } },
      },
    },
  },
}

describe("an OpenAPI document", () => {
  it("becomes tools whose arguments are its parameters and the fields of its body", () => {
    const { url, operations } = readOpenapi(JSON.stringify(petstore))
    expect(url).toBe("https://pets.example/v1/")
    expect(operations.map(({ name, method }) => [name, method])).toEqual([
      ["showPet", "GET"],
      ["renamePet", "PUT"],
      ["listPets", "GET"],
    ])
    expect(operations[1]).toMatchObject({
      headers: ["X-Reason"],
      hasBody: true,
      schema: { required: ["petId", "name"], additionalProperties: false },
    })
  })

  it("is refused in words when it is none", () => {
    for (const [text, words] of [
      ["{", /no JSON/],
      ["[]", /no JSON/],
      ['{"swagger":"2.0"}', /no OpenAPI 3/],
    ] as const)
      expect(() => readOpenapi(text)).toThrow(words)
  })
})

describe("a tool of a service", () => {
  const service = (more: Partial<ToolService> = {}): ToolService => ({
    ...{ name: "pets", url: "https://pets.example/v1", keyOrigin: "https://pets.example" },
    ...{ keySealed: "sealed:k-1", keyHeader: null, ...more },
    operations: readOpenapi(JSON.stringify(petstore)).operations,
  })
  const call = async (name: string, args: Record<string, string | number>, given = service()) => {
    const step = new FakeStep()
    const [tool] = listServiceTools(name, [given], step)
    await tool?.perform(args, step)
    return step
  }

  it("puts arguments where they belong, and none of them leads to another place", async () => {
    const { requests } = await call("pets.showPet", { petId: "../../admin?x=1#y" })
    expect(requests[0]?.url).toBe("https://pets.example/v1/pets/..%2F..%2Fadmin%3Fx%3D1%23y")
    expect((await call("pets.showPet", { petId: ".." })).requests[0]?.url).toBe(
      "https://pets.example/v1/pets/%2E%2E",
    )
    const list = await call("pets.listPets", { limit: 5 })
    expect(list.requests[0]?.url).toBe("https://pets.example/v1/pets?limit=5")
    const put = await call("pets.renamePet", {
      petId: "1",
      name: "Rex",
      "X-Reason": "a\r\nX-Evil: b",
    })
    expect(put.requests[0]).toMatchObject({ method: "PUT", body: '{"name":"Rex"}' })
    const headers = new Map(put.requests[0]?.headers)
    expect(headers.get("x-reason")).toBe("a X-Evil: b")
    expect(headers.get("authorization")).toBe("Bearer k-1")
    expect(headers.get("idempotency-key")).toBe("jrn_1")
    expect(put.unknown).toEqual(["error"])
  })

  it("LLM-07 never sends a key that was given for another address", async () => {
    const step = await call("pets.listPets", {}, service({ url: "https://evil.example" }))
    expect(step.requests).toEqual([])
    expect(step.logged.join()).toContain("the key of pets belongs to another address")
  })
})

describe("services of a bot", () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer()
  })
  afterAll(() => server.close())

  it("keep their key sealed, to themselves, and for one address", async () => {
    const { api, orgId } = await createOwner(server)
    const bot = await createBot(api, 'TALK "Hi"\n')
    const document = JSON.stringify(petstore)
    const given = { botId: bot.id, name: "pets", document, key: "canary-key-77" }
    const [listed] = await api.tools.importService.mutate(given)
    expect(listed).toMatchObject({ name: "pets", hasKey: true, url: "https://pets.example/v1" })
    const read = async () => {
      const [row] = await server.db.tenantQuery<{ key: string | null }>(
        [orgId],
        "select key_sealed as key from tool_services where org_id = $1",
        [orgId],
      )
      return row?.key ?? null
    }
    expect(await read()).not.toContain("canary")
    const { key: _, ...again } = given
    await api.tools.importService.mutate(again)
    expect(await read()).not.toBeNull()
    const [moved] = await api.tools.importService.mutate({ ...again, url: "https://evil.example" })
    expect(moved?.hasKey).toBe(false)
    expect(await read()).toBeNull()
    expect(
      await api.tools.deleteService.mutate({ botId: bot.id, serviceId: moved?.id ?? "" }),
    ).toEqual([])
  })

  it("SEC-04 a key of a model is never told, and stays only while its address does", async () => {
    const { api } = await createOwner(server)
    const account = await api.models.saveAccount.mutate({
      ...{ provider: "openai", key: "sk-canary-88", models: { default: "m" } },
    })
    expect(account).toMatchObject({ hasKey: true, keyOrigin: "https://api.openai.com" })
    await expect(
      api.models.saveAccount.mutate({
        ...{ accountId: account.id, provider: "openai", url: "https://evil.example/v1" },
        models: { default: "m" },
      }),
    ).rejects.toThrow("OpenAI needs a key for https://evil.example")
    const listed = await api.models.list.query({})
    expect(JSON.stringify(listed)).not.toContain("canary")
    expect(listed.accounts).toHaveLength(1)
  })
})
