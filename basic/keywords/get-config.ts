import { defineCommand } from "./define.ts"

export const getConfig = defineCommand({
  name: "GET CONFIG",
  forms: ["GET CONFIG {name}"],
  effect: "data",
  group: "data",
  summary: "Reads a value of the bot's settings.",
  params: { name: { kind: "text", doc: "The name of the setting, such as bot-name." } },
  result: "text",
  binding: "tight",
  raises: ["setting.secret"],
  example: 'city = GET CONFIG "shop-city"\nTALK "We are in " + city',
  canvas: { icon: "settings", family: "data", titleKey: "steps.command" },
})
