import { fromJson, toJson } from "#basic"
import { callSoap } from "#basic/keywords/soap.ts"
import { handlerFor } from "./handler.ts"
import { fetchDocument } from "./markup/fetch-page.ts"
import { readMarkup } from "./markup/read-markup.ts"
import { findOperation } from "./soap/find-operation.ts"
import { printEnvelope } from "./soap/print-envelope.ts"
import { readResponse } from "./soap/read-response.ts"
import { EffectFailed, type Step } from "./step.ts"

/** SOAP has no keys: after a lost outcome nobody knows whether the operation happened, and the script is told so. */
export const callSoapHandler = handlerFor(
  callSoap,
  async ({ url = "", operation = "", params = null }, step) => {
    const values = toJson(params)
    const result = await step.outside("error", async () => {
      const wsdl = await readDescription(url, step)
      const found = findOperation(wsdl, operation, url)
      const request = printEnvelope(found, values)
      const headers = new Map([...step.headers].map(([name, value]) => [name.toLowerCase(), value]))
      for (const [name, value] of request.headers) headers.set(name, value)
      const reply = await step.request({
        method: "POST",
        url: found.address,
        headers: [...headers],
        body: request.body,
      })
      return readResponse(operation, reply)
    })
    return fromJson(result)
  },
)

/** A service that shows no WSDL is called where it is, without what a WSDL would tell. */
async function readDescription(url: string, step: Step) {
  try {
    const reply = await fetchDocument(url, "text/xml, application/xml", step)
    return readMarkup(reply.body, { isXml: true, refusesDoctype: true })
  } catch (error) {
    if (error instanceof EffectFailed && error.code === "http.answered_with_error") return null
    throw error
  }
}
