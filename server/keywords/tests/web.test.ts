import { describe, expect, it } from "vitest"
import { fromJson, toJson } from "#basic"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json, Value } from "#basic/vm/value.ts"
import { handlers } from "../index.ts"
import type { HttpReply, HttpRequest } from "../step.ts"
import { FakeStep } from "./fake-step.ts"

type Answer = Partial<HttpReply> & { body: string }

/** Performs a command against a web in which each address has its answer. */
async function perform(
  keyword: string,
  operands: Record<string, OperandValue>,
  web: (request: HttpRequest) => Answer,
) {
  const step = new FakeStep()
  step.request = async (request) => {
    step.requests.push(request)
    return { status: 200, contentType: "text/html", ...web(request) }
  }
  const value = await handlers.get(keyword)!(operands, step)
  return { step, value: toJson(value as Value) }
}
const html = (body: string) => () => ({ body })
const url = "https://shop.example/list/"

describe("SCRAPE and its like", () => {
  const page = `<h1> Our <b>prices</b></h1><p class=x>a</p><p class=x>b</p>
    <a href="../about">About us</a><a href="javascript:alert(1)">no</a><a href="mailto:a@b.c">no</a>
    <img src="/logo.png" alt="Logo"><img src="//cdn.example/p.jpg">
    <table id=t><tr><th>Item<th>Price</tr><tr><td>Tea<td>2</tr><tr><td>Cake<td>3<td>new</tr></table>
    <table id=u><tr><td>1<td>2</tr></table>`

  it("read the first text, all texts, and null where nothing is found", async () => {
    const scrape = async (keyword: string, selector: string) =>
      (await perform(keyword, { url, selector }, html(page))).value
    expect(await scrape("SCRAPE", "h1")).toBe("Our prices")
    expect(await scrape("SCRAPE", "h2")).toBeNull()
    expect(await scrape("SCRAPE ALL", ".x")).toEqual(["a", "b"])
    expect(await scrape("SCRAPE ALL", "h2")).toEqual([])
  })

  it("read a table by its headings, and by numbered columns where there are none", async () => {
    expect((await perform("SCRAPE TABLE", { url }, html(page))).value).toEqual([
      { Item: "Tea", Price: "2" },
      { Item: "Cake", Price: "3", column3: "new" },
    ])
    expect((await perform("SCRAPE TABLE", { url, selector: "#u" }, html(page))).value).toEqual([
      { column1: "1", column2: "2" },
    ])
    expect((await perform("SCRAPE TABLE", { url, selector: "h2" }, html(page))).value).toEqual([])
  })

  it("give complete addresses, of the web only, from where the page was in the end", async () => {
    const moved = () => ({ body: page, url: "https://www.shop.example/new/list/" })
    expect((await perform("SCRAPE LINKS", { url }, moved)).value).toEqual([
      { url: "https://www.shop.example/new/about", text: "About us" },
    ])
    expect((await perform("SCRAPE IMAGES", { url }, html(page))).value).toEqual([
      { url: "https://shop.example/logo.png", alt: "Logo" },
      { url: "https://cdn.example/p.jpg", alt: "" },
    ])
  })

  it("fail, catchably, for an error status and a selector that is none", async () => {
    const failing = perform("SCRAPE", { url, selector: "p" }, () => ({ status: 404, body: "" }))
    await expect(failing).rejects.toMatchObject({ code: "http.answered_with_error" })
    const wrong = perform("SCRAPE", { url, selector: "p[" }, html(page))
    await expect(wrong).rejects.toMatchObject({ code: "http.selector_refused" })
  })
})

describe("RSS", () => {
  it("reads RSS 2 with its extensions and HTML in its texts", async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item>
      <title>Rain &amp; wind</title><link>/a/1</link><description>&lt;p&gt;It &lt;b&gt;rains&lt;/b&gt;&amp;nbsp;now&lt;/p&gt;</description>
      <pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate><dc:creator>Ana</dc:creator><guid>n1</guid><category>weather</category>
      </item><item><title><![CDATA[Sun <i>soon</i>]]></title></item></channel></rss>`
    const { value } = await perform("RSS", { url }, () => ({ body: feed }))
    expect(value).toEqual([
      {
        title: "Rain & wind",
        link: "https://shop.example/a/1",
        description: "It rains now",
        published: "2025-03-03T10:00:00.000Z",
        author: "Ana",
        id: "n1",
        categories: ["weather"],
      },
      {
        ...{ title: "Sun soon", link: "", description: "", published: null, author: "", id: "" },
        categories: [],
      },
    ])
    expect((await perform("RSS", { url, count: 1 }, () => ({ body: feed }))).value).toHaveLength(1)
  })

  it("reads Atom", async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &lt;b&gt;title&lt;/b&gt;</title>
      <link rel="self" href="https://x.example/self"/><link href="https://x.example/a"/><summary>Short</summary>
      <updated>2025-03-03T10:00:00Z</updated><author><name>Ben</name><uri>u</uri></author><id>urn:1</id><category term="t"/></entry></feed>`
    expect((await perform("RSS", { url }, () => ({ body: feed }))).value).toEqual([
      {
        ...{ title: "A title", link: "https://x.example/a", description: "Short" },
        ...{ published: "2025-03-03T10:00:00.000Z", author: "Ben", id: "urn:1", categories: ["t"] },
      },
    ])
  })

  it("refuses what is no feed", async () => {
    const failing = perform("RSS", { url }, html("<html><body>hello"))
    await expect(failing).rejects.toMatchObject({ code: "http.feed_refused" })
  })
})

describe("GRAPHQL", () => {
  const ask = (reply: Answer) => perform("GRAPHQL", { url, query: "{ a }" }, () => reply)

  it("sends the query with its variables and gives data and errors", async () => {
    const variables = fromJson({ id: 7 })
    const { step, value } = await perform("GRAPHQL", { url, query: "{ a }", variables }, () => ({
      body: '{"data":{"a":1}}',
    }))
    expect(value).toEqual({ data: { a: 1 } })
    expect(JSON.parse(step.requests[0]?.body ?? "")).toEqual({
      query: "{ a }",
      variables: { id: 7 },
    })
    const failed = await ask({ status: 400, body: '{"errors":[{"message":"no a"}]}' })
    expect(failed.value).toEqual({ data: null, errors: [{ message: "no a" }] })
  })

  it("fails, catchably, where no GraphQL answers", async () => {
    await expect(ask({ status: 500, body: "oops" })).rejects.toMatchObject({
      code: "http.answered_with_error",
    })
    await expect(ask({ body: "<p>hello" })).rejects.toMatchObject({ code: "graphql.refused" })
  })
})

describe("SOAP", () => {
  const wsdl = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:tns="urn:rates" targetNamespace="urn:rates"><wsdl:types>
    <xs:schema targetNamespace="urn:rates:types" elementFormDefault="qualified"><xs:element name="GetRateRequest"/></xs:schema></wsdl:types>
    <wsdl:message name="In"><wsdl:part name="p" element="t:GetRateRequest"/></wsdl:message>
    <wsdl:portType name="P"><wsdl:operation name="GetRate"><wsdl:input message="tns:In"/></wsdl:operation></wsdl:portType>
    <wsdl:binding name="B12"><wsdl:operation name="GetRate"><s12:operation soapAction="twelve"/></wsdl:operation></wsdl:binding>
    <wsdl:binding name="B"><wsdl:operation name="GetRate"><soap:operation soapAction="urn:get"/></wsdl:operation></wsdl:binding>
    <wsdl:service><wsdl:port><s12:address location="https://x.example/12"/></wsdl:port><wsdl:port><soap:address location="/soap"/></wsdl:port></wsdl:service>
    </wsdl:definitions>`
  const envelope = (body: string) =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/><e:Body>${body}</e:Body></e:Envelope>`
  const call = (answer: Answer, params: Json = { currency: "U<S>D" }, operation = "GetRate") =>
    perform("SOAP", { url, operation, params: fromJson(params) }, ({ method }) =>
      method === "GET" ? { body: wsdl } : answer,
    )

  it("calls an operation where and how the WSDL says, and gives the answer's elements", async () => {
    const { step, value } = await call(
      {
        body: envelope(
          '<r:Answer xmlns:r="urn:x"><r:rate>1.08</r:rate><r:day>a</r:day><r:day>b</r:day><r:none xsi:nil="true"/><r:deep><r:x/></r:deep></r:Answer>',
        ),
      },
      { currency: "U<S>D", days: [1, 2], deep: { x: null } },
    )
    expect(value).toEqual({ rate: "1.08", day: ["a", "b"], none: null, deep: { x: "" } })
    const [, request] = step.requests
    expect(request?.url).toBe("https://shop.example/soap")
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({ soapaction: '"urn:get"' })
    expect(request?.body).toContain(
      '<m:GetRateRequest xmlns:m="urn:rates:types"><m:currency>U&lt;S&gt;D</m:currency>' +
        '<m:days>1</m:days><m:days>2</m:days><m:deep><m:x xsi:nil="true"/></m:deep></m:GetRateRequest>',
    )
    expect(step.unknown).toEqual(["error"])
  })

  it("tells faults, unknown operations and values that cannot be sent", async () => {
    const fault = {
      status: 500,
      body: envelope("<e:Fault><faultstring>No rate</faultstring></e:Fault>"),
    }
    await expect(call(fault)).rejects.toThrow("GetRate failed: No rate")
    await expect(call({ status: 500, body: "oops" })).rejects.toMatchObject({
      code: "http.answered_with_error",
    })
    await expect(call(fault, {}, "GetRates")).rejects.toThrow(
      'The service has no operation "GetRates"; it has GetRate.',
    )
    await expect(call(fault, { "a b": 1 })).rejects.toMatchObject({ code: "soap.value_refused" })
  })

  it("INJ-03 refuses an answer that declares a document type, and keeps odd names plain", async () => {
    const bomb = {
      body: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${envelope("<a>&a;</a>")}`,
    }
    await expect(call(bomb)).rejects.toMatchObject({ code: "http.markup_refused" })
    const { value } = await call({
      body: envelope(
        "<r><__proto__><polluted>1</polluted></__proto__><constructor>2</constructor></r>",
      ),
    })
    expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":"1"},"constructor":"2"}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
