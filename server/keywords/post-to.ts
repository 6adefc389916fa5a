import { splitWords } from "#basic/assistant/assistant.ts"
import { postToNetwork } from "#basic/keywords/post-to.ts"
import { handlerFor } from "./handler.ts"
import { serviceNotSetUp } from "./not-set-up.ts"

/** No network has an adapter yet; the first that is named tells what to fill in. */
export const postToNetworkHandler = handlerFor(postToNetwork, ({ platform = "" }) => {
  const [first = "network"] = splitWords(platform.toLowerCase())
  throw serviceNotSetUp("POST TO", `${first.replace(/[^a-z0-9]+/g, "-")}-access-token`)
})
