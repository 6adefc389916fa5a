import { defineCommand } from "./define.ts"

export const getTwitterMetrics = defineCommand({
  name: "GET TWITTER METRICS",
  forms: ["GET TWITTER METRICS {id}"],
  effect: "outside",
  group: "social",
  summary:
    "Reads how a Twitter post does: an object with likes, comments, shares, reactions, impressions, reach and retweets.",
  params: {
    id: { kind: "text", doc: "The id of the post." },
  },
  result: "map",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'figures = GET TWITTER METRICS "post-1"\nTALK "Likes: " + figures.likes',
  canvas: {
    icon: "numbers",
    family: "connect",
    titleKey: "steps.command",
  },
})
