import { defineCommand } from "./define.ts"

export const getFacebookPosts = defineCommand({
  name: "GET FACEBOOK POSTS",
  forms: ["GET FACEBOOK POSTS[ {count}]"],
  effect: "outside",
  group: "social",
  summary: "Lists the latest Facebook posts: objects with id, caption and created_at.",
  params: {
    count: { kind: "number", min: 1, max: 100, doc: "How many at most." },
  },
  result: "list",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'posts = GET FACEBOOK POSTS\nTALK "Posts: " + COUNT(posts)',
  canvas: {
    icon: "list",
    family: "connect",
    titleKey: "steps.command",
  },
})
