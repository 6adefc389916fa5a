import { defineCommand } from "./define.ts"

export const addTag = defineCommand({
  name: "TAG CONVERSATION",
  forms: ["TAG CONVERSATION {conversation}, {tag}", "TAG CONVERSATION {conversation} WITH {tag}"],
  effect: "data",
  group: "people",
  summary: "Puts a tag on a conversation.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    tag: { kind: "text", doc: "A word or two." },
  },
  result: "map",
  raises: [],
  example: 'TAG CONVERSATION "", "refund"\nTALK "Tagged."',
  canvas: {
    icon: "tag",
    family: "people",
    titleKey: "steps.tag_conversation",
    inPalette: true,
    snippet: 'TAG CONVERSATION "", "refund"',
  },
})
