import { defineCommand } from "./define.ts"

export const setConfig = defineCommand({
  name: "SET CONFIG",
  forms: [
    "SET CONFIG {name}, {value}",
    "SET CONFIG {name} AS {value}",
    "SET CONFIG {name} = {value}",
  ],
  effect: "data",
  group: "data",
  summary: "Sets a value of the bot's settings, for all its conversations.",
  params: {
    name: { kind: "text", doc: "The name of the setting." },
    value: { kind: "text", doc: "Its value; empty removes it." },
  },
  result: "nothing",
  raises: ["setting.refused"],
  example: 'SET CONFIG "shop-city", "Lima"\nTALK GET CONFIG "shop-city"',
  canvas: { icon: "settings", family: "data", titleKey: "steps.command" },
})
