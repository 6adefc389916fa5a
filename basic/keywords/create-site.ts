import { defineCommand } from "./define.ts"

export const createSite = defineCommand({
  name: "CREATE SITE",
  forms: ["CREATE SITE {alias}, {template}, {prompt}"],
  effect: "outside",
  group: "ai",
  summary: "Has a model make a small web site from a template.",
  params: {
    alias: { kind: "text", doc: "The name of the site in its address." },
    template: { kind: "text", doc: "The folder with the template." },
    prompt: { kind: "text", doc: "What the site is for.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK CREATE SITE("shop", "plain", "A page for a coffee shop")',
  canvas: {
    icon: "world",
    family: "ai",
    titleKey: "steps.command",
  },
})
