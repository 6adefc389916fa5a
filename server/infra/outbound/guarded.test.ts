import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createServer as createTcpServer } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, test } from "vitest"
import { AppError } from "#server/errors/app-error.ts"
import { createOutbound } from "./guarded.ts"

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

/** A server on this machine; what it is asked is kept. */
async function serve(answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  opened.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  const { port } = server.address() as AddressInfo
  return { port, asked, url: `http://127.0.0.1:${port}` }
}

function open(
  allow: string[] = [],
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>,
) {
  const outbound = createOutbound({ allow, ...(resolve ? { resolve } : {}) })
  opened.push(outbound)
  return outbound
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "answered",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

describe("NET-01 addresses that are not on the public internet", () => {
  const hosts = [
    "127.0.0.1",
    "0.0.0.0",
    "[::]",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:169.254.169.254]",
    "[::127.0.0.1]",
    "[fd00::8]",
    "[fe80::1]",
    "[fec0::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "100.64.1.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "2130706433",
    "0x7f.1",
    "017700000001",
    "127.1",
    "127.0.0.1.",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "a.localhost",
    "metadata.google.internal",
    "metadata",
    "printer.local",
    "router.lan",
  ]
  test.each(hosts)("%s is refused without a request being sent", async (host) => {
    const { port, asked } = await serve((_, response) => response.end("secret"))
    expect(await codeOf(open().request({ method: "GET", url: `http://${host}:${port}/` }))).toBe(
      "outbound.address_refused",
    )
    expect(asked).toEqual([])
  })

  test.each([
    "ftp://a.example/",
    "file:///etc/passwd",
    "gopher://a.example",
    "http://user@a.example/",
    "http://u:p@a.example/",
    "//a.example",
    "",
    "http://",
  ])("%s is refused as an address", async (url) => {
    expect(await codeOf(open().request({ method: "GET", url }))).toBe("outbound.url_refused")
  })
})

describe("NET-03 names that lie about where they lead", () => {
  const to =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))

  test("a public name with a private address is refused", async () => {
    const { port, asked } = await serve((_, response) => response.end("secret"))
    const outbound = open([], to("127.0.0.1"))
    expect(await codeOf(outbound.request({ method: "GET", url: `http://a.example:${port}` }))).toBe(
      "outbound.address_refused",
    )
    expect(asked).toEqual([])
  })

  test("one private address among public ones is enough to refuse", async () => {
    const outbound = open([], to("93.184.215.14", "::ffff:10.0.0.1"))
    expect(await codeOf(outbound.request({ method: "GET", url: "http://a.example" }))).toBe(
      "outbound.address_refused",
    )
  })

  test("a name that answers privately the second time is refused the second time", async () => {
    const { port } = await serve((_, response) =>
      response.writeHead(200, { connection: "close" }).end("x"),
    )
    let asked = 0
    const outbound = open([`first.example:${port}`], async () => {
      asked += 1
      return [{ address: "127.0.0.1", family: 4 }]
    })
    expect(
      await codeOf(outbound.request({ method: "GET", url: `http://first.example:${port}` })),
    ).toBe("answered")
    expect(
      await codeOf(outbound.request({ method: "GET", url: `http://second.example:${port}` })),
    ).toBe("outbound.address_refused")
    expect(asked).toBe(2)
  })

  test("a name that cannot be looked up is told as not reached", async () => {
    const outbound = open([], () =>
      Promise.reject(Object.assign(new Error("x"), { code: "ENOTFOUND" })),
    )
    expect(await codeOf(outbound.request({ method: "GET", url: "http://a.example" }))).toBe(
      "outbound.unreachable",
    )
  })
})

describe("NET-02 redirects", () => {
  test.each([301, 302, 303, 307, 308])(
    "a %d to a private address is refused at the hop",
    async (status) => {
      const secret = await serve((_, response) => response.end("secret"))
      const door = await serve((_, response) =>
        response.writeHead(status, { location: secret.url }).end(),
      )
      const outbound = open([`127.0.0.1:${door.port}`])
      expect(await codeOf(outbound.request({ method: "POST", url: door.url, body: "x" }))).toBe(
        "outbound.address_refused",
      )
      expect(secret.asked).toEqual([])
    },
  )

  test("a redirect to another scheme is refused, and a chain without end is cut", async () => {
    const odd = await serve((_, response) =>
      response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    )
    const loop = await serve((_, response) => response.writeHead(302, { location: "/again" }).end())
    const outbound = open(["127.0.0.1"])
    expect(await codeOf(outbound.request({ method: "GET", url: odd.url }))).toBe(
      "outbound.url_refused",
    )
    expect(await codeOf(outbound.request({ method: "GET", url: loop.url }))).toBe(
      "outbound.too_many_redirects",
    )
    expect(loop.asked).toHaveLength(6)
  })

  test("tokens and cookies do not follow to another origin", async () => {
    const other = await serve((_, response) => response.end("there"))
    const door = await serve((_, response) =>
      response.writeHead(307, { location: other.url }).end(),
    )
    const outbound = open(["127.0.0.1"])
    const reply = await outbound.request({
      method: "POST",
      url: door.url,
      headers: { Authorization: "Bearer t", Cookie: "c=1", "X-Api-Key": "k", Accept: "text/plain" },
      body: "hello",
    })
    expect(reply.url).toBe(`${other.url}/`)
    expect(other.asked[0]?.headers).toMatchObject({ accept: "text/plain" })
    for (const name of ["authorization", "cookie", "x-api-key"])
      expect(other.asked[0]?.headers[name]).toBeUndefined()
  })

  test("a POST that is answered 303 goes on as a GET without its body", async () => {
    const door = await serve((request, response) =>
      request.url === "/done"
        ? response.end(request.method)
        : response.writeHead(303, { location: "/done" }).end(),
    )
    const reply = await open(["127.0.0.1"]).request({ method: "POST", url: door.url, body: "x" })
    expect(Buffer.from(reply.body).toString()).toBe("GET")
  })
})

describe("NET-06 what is checked is what is sent", () => {
  test.each([
    ["x-a", "one\r\nX-Evil: 1"],
    ["x-a", "one\nX-Evil: 1"],
    ["x-a", "nul\u0000"],
    ["x-a\r\nX-Evil", "1"],
    ["x a", "1"],
    ["Host", "127.0.0.1"],
    ["Content-Length", "5"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "upgrade"],
    ["Proxy-Authorization", "x"],
  ])("the header %j: %j is refused", async (name, value) => {
    const outbound = open(["127.0.0.1"])
    const call = outbound.request({
      method: "GET",
      url: "http://127.0.0.1:9",
      headers: { [name]: value },
    })
    expect(await codeOf(call)).toBe("outbound.header_refused")
  })

  test("method, path, headers and body arrive as they were given", async () => {
    let body = ""
    const { url, asked } = await serve((request, response) => {
      request.on("data", (part) => {
        body += part
      })
      request.on("end", () => response.setHeader("x-reply", "yes").end("ok"))
    })
    const reply = await open(["127.0.0.1"]).request({
      method: "put",
      url: `${url}/a%20b?q=1#fragment`,
      headers: { "Content-Type": "application/json", "X-Text": "caf\u00e9\ttab" },
      body: '{"a":1}',
    })
    expect(asked[0]).toMatchObject({ method: "PUT", url: "/a%20b?q=1" })
    expect(asked[0]?.headers).toMatchObject({ "content-type": "application/json" })
    expect(body).toBe('{"a":1}')
    expect(reply).toMatchObject({ status: 200 })
    expect(reply.headers.get("x-reply")).toBe("yes")
  })

  test("an answer that is an error is a value", async () => {
    const { url } = await serve((_, response) => response.writeHead(500).end("broken"))
    expect((await open(["127.0.0.1"]).request({ method: "GET", url })).status).toBe(500)
  })
})

describe("NET-08 what whoever runs the server allowed", () => {
  test("a host and port is let through, its other ports are not", async () => {
    const one = await serve((_, response) => response.end("one"))
    const other = await serve((_, response) => response.end("other"))
    const outbound = open([`127.0.0.1:${one.port}`])
    expect(await codeOf(outbound.request({ method: "GET", url: one.url }))).toBe("answered")
    expect(await codeOf(outbound.request({ method: "GET", url: other.url }))).toBe(
      "outbound.address_refused",
    )
  })

  test("a range is let through for names that lead into it, others stay refused", async () => {
    const { port } = await serve((_, response) => response.end("in range"))
    const outbound = open(["127.0.0.0/8"], async () => [{ address: "127.0.0.1", family: 4 }])
    expect(await codeOf(outbound.request({ method: "GET", url: `http://a.example:${port}` }))).toBe(
      "answered",
    )
    expect(await codeOf(outbound.request({ method: "GET", url: "http://10.0.0.1/" }))).toBe(
      "outbound.address_refused",
    )
  })

  test("an entry that is nothing of the kind stops the start and is named", () => {
    expect(() => createOutbound({ allow: ["http://x/"] })).toThrow(
      'OUTBOUND_ALLOW holds "http://x/"',
    )
  })
})

describe("NET-09 answers without end", () => {
  const limits = { timeoutMs: 400, maxBytes: 10_000 }

  test("a body that is larger than allowed is cut off", async () => {
    const { url } = await serve((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(4_000)));
        response.once("drain", write)
      }
      write()
    })
    const call = open(["127.0.0.1"]).request({ method: "GET", url, ...limits })
    expect(await codeOf(call)).toBe("outbound.too_large")
  })

  test("a packed body that grows beyond the limit is cut off while unpacking", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { url } = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end(bomb),
    )
    const call = open(["127.0.0.1"]).request({ method: "GET", url, ...limits, timeoutMs: 5_000 })
    expect(await codeOf(call)).toBe("outbound.too_large")
  })

  test("a packed body within the limit arrives unpacked", async () => {
    const { url } = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync("hello")),
    )
    const reply = await open(["127.0.0.1"]).request({ method: "GET", url, ...limits })
    expect(Buffer.from(reply.body).toString()).toBe("hello")
  })

  test("an answer that never begins, and one that drips, end at the time limit", async () => {
    const silent = await serve(() => undefined)
    const drips: NodeJS.Timeout[] = []
    const dripping = await serve((_, response) => {
      drips.push(setInterval(() => response.write("x"), 20))
    })
    const outbound = open(["127.0.0.1"])
    expect(await codeOf(outbound.request({ method: "GET", url: silent.url, ...limits }))).toBe(
      "outbound.timed_out",
    )
    expect(await codeOf(outbound.request({ method: "GET", url: dripping.url, ...limits }))).toBe(
      "outbound.timed_out",
    )
    for (const drip of drips) clearInterval(drip)
  })

  test("64 kB of headers and a connection that is broken off are told apart", async () => {
    const wide = createTcpServer((socket) => {
      socket.on("error", () => undefined)
      socket.once("data", () => socket.end(`HTTP/1.1 200 OK\r\nX-A: ${"a".repeat(64_000)}\r\n\r\n`))
    })
    const broken = createTcpServer((socket) => socket.destroy())
    for (const server of [wide, broken]) {
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
      opened.push(server)
    }
    const outbound = open(["127.0.0.1"])
    const call = (server: typeof wide) =>
      codeOf(
        outbound.request({
          method: "GET",
          url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        }),
      )
    expect(await call(wide)).toBe("outbound.too_large")
    expect(await call(broken)).toBe("outbound.unreachable")
  })
})

describe("an answer that is read while it comes", () => {
  test("gives its parts before the end, through the same checks", async () => {
    let finish = () => {}
    const { url } = await serve((_, response) => {
      response.write("first")
      finish = () => response.end("second")
    })
    const { status, body } = await open(["127.0.0.1"]).stream({ method: "GET", url })
    expect(status).toBe(200)
    const parts: string[] = []
    for await (const part of body) {
      parts.push(Buffer.from(part).toString())
      finish()
    }
    expect(parts).toEqual(["first", "second"])
    await expect(open().stream({ method: "GET", url })).rejects.toMatchObject({
      code: "outbound.address_refused",
    })
  })

  test("NET-09 is cut off when it is too large, late, or broken off by the other side", async () => {
    const { url } = await serve((request, response) => {
      response.write("x".repeat(2_000))
      if (request.url === "/cut") setImmediate(() => response.destroy())
    })
    const read = async (path: string) => {
      const request = { method: "GET", url: `${url}${path}`, maxBytes: 5_000, timeoutMs: 300 }
      const { body } = await open(["127.0.0.1"]).stream(request)
      for await (const _part of body);
    }
    await expect(read("/cut")).rejects.toMatchObject({ code: "outbound.unreachable" })
    await expect(read("/late")).rejects.toMatchObject({ code: "outbound.timed_out" })
  })
})
