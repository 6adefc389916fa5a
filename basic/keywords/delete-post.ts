import { defineCommand } from "./define.ts"

export const deletePost = defineCommand({
  name: "DELETE POST",
  forms: ["DELETE POST {id}", "DELETE POST {platform}, {id}"],
  effect: "outside",
  group: "social",
  summary: "Takes a post of a social network back.",
  params: {
    id: { kind: "text", doc: "The id of the post." },
    platform: {
      kind: "text",
      words: [
        "INSTAGRAM",
        "FACEBOOK",
        "LINKEDIN",
        "TWITTER",
        "BLUESKY",
        "THREADS",
        "TIKTOK",
        "YOUTUBE",
        "PINTEREST",
        "REDDIT",
        "SNAPCHAT",
        "WECHAT",
        "DISCORD",
        "TELEGRAM",
      ],
      doc: "The network.",
    },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nDELETE POST "post-1"\nTALK "Done."',
  canvas: {
    icon: "trash",
    family: "connect",
    titleKey: "steps.command",
  },
})
