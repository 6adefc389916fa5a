import { fromJson, toJson } from "#basic"
import { askGraphql } from "#basic/keywords/graphql.ts"
import type { Json } from "#basic/vm/value.ts"
import { handlerFor } from "./handler.ts"
import { readJsonObject } from "./http/read-json.ts"
import { toRequest } from "./http/send.ts"
import { refuseStatus } from "./markup/fetch-page.ts"
import { EffectFailed, type HttpReply } from "./step.ts"

/**
 * Sent again with the same key when the outcome was lost: a query changes nothing, and a mutation happens
 * once where the service honours keys. What the service says is wrong stands in `errors` of the result.
 */
export const askGraphqlHandler = handlerFor(
  askGraphql,
  async ({ url = "", query = "", variables = null }, step) => {
    const body = fromJson({ query, variables: variables === null ? {} : toJson(variables) })
    const result = await step.outside("same key", async (key) => {
      const sending = { method: "POST", url, body, unknown: "same key" } as const
      const reply = await step.request(toRequest(sending, key, step.headers))
      return readAnswer(url, reply)
    })
    return fromJson(result)
  },
)

/** Services answer with a status of 400 and `errors` for a query they cannot read. */
function readAnswer(url: string, reply: HttpReply): Json {
  const answer = readJsonObject(reply.body)
  if (answer !== null && ("data" in answer || "errors" in answer))
    return {
      data: answer.data ?? null,
      ...("errors" in answer && { errors: answer.errors ?? null }),
    }
  refuseStatus(`GRAPHQL ${url}`, reply)
  throw new EffectFailed("graphql.refused", `${url} does not answer as a GraphQL service does.`)
}
