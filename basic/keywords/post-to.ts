import { defineCommand } from "./define.ts"

export const postToNetwork = defineCommand({
  name: "POST TO",
  forms: [
    "POST TO {platform} {image}, {caption}",
    "POST TO {platform} AT {when} {image}, {caption}",
    {
      shape: "POST TO {platform} {user}, {password}, {image}, {caption}",
      diagnostic:
        "Connect the account in the settings of the bot instead of writing its password here.",
    },
  ],
  effect: "outside",
  group: "social",
  summary: "Publishes a picture with words on one or more social networks, now or at a time.",
  params: {
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
      doc: "The network as a bare word, or a text with several between commas.",
    },
    image: {
      kind: "any",
      doc: "The picture or film: a path, an address or a file value; empty for words alone.",
    },
    caption: { kind: "text", doc: "The words.", isLong: true },
    when: { kind: "any", doc: "When it is published." },
    user: { kind: "text", doc: "The user name of an old script." },
    password: { kind: "text", doc: "The password of an old script." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'POST TO INSTAGRAM "cake.jpg", "Fresh today"\nTALK "Posted."',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.post_to",
    fields: ["platform", "image", "caption"],
    inPalette: true,
    snippet: 'POST TO INSTAGRAM "cake.jpg", "Fresh today"',
  },
})
