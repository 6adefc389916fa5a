import { printIsoDate } from "../../format/print-date.ts"
import { fromJson } from "../../vm/json.ts"
import { DateValue } from "../../vm/value.ts"
import { operandText } from "../operands.ts"
import { done, type PretendHandler, type PretendHandlers } from "../pretended.ts"

const postTo: PretendHandler = (operands) => {
  const platform = operandText(operands, "platform").toLowerCase()
  return done(
    `Nothing was posted to ${platform}; it is only pretended.`,
    fromJson({ success: true, platform, id: "post-1" }),
  )
}

const metrics: PretendHandler = () =>
  done(
    "The network was not asked; pretended figures were given.",
    fromJson({
      ...{ likes: 120, comments: 14, shares: 9, reactions: 134 },
      ...{ impressions: 2400, reach: 1800, retweets: 0 },
    }),
  )

const posts: PretendHandler = (_operands, world) =>
  done(
    "The network was not asked; a pretended post was given.",
    fromJson([
      {
        id: "post-1",
        caption: "Fresh today",
        created_at: printIsoDate(new DateValue(world.nowMs, 0, true)),
      },
    ]),
  )

/** How this family of commands behaves in a preview. */
export const socialPretend: PretendHandlers = {
  "POST TO": postTo,
  "GET INSTAGRAM METRICS": metrics,
  "GET INSTAGRAM POSTS": posts,
  "GET FACEBOOK METRICS": metrics,
  "GET FACEBOOK POSTS": posts,
  "GET LINKEDIN METRICS": metrics,
  "GET LINKEDIN POSTS": posts,
  "GET TWITTER METRICS": metrics,
  "GET TWITTER POSTS": posts,
  "DELETE POST": () => done("Nothing was deleted; it is only pretended."),
}
