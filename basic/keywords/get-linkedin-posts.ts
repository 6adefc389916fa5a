import { defineCommand } from "./define.ts"

export const getLinkedinPosts = defineCommand({
  name: "GET LINKEDIN POSTS",
  forms: ["GET LINKEDIN POSTS[ {count}]"],
  effect: "outside",
  group: "social",
  summary: "Lists the latest LinkedIn posts: objects with id, caption and created_at.",
  params: {
    count: { kind: "number", min: 1, max: 100, doc: "How many at most." },
  },
  result: "list",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'posts = GET LINKEDIN POSTS\nTALK "Posts: " + COUNT(posts)',
  canvas: {
    icon: "list",
    family: "connect",
    titleKey: "steps.command",
  },
})
