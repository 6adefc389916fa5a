import { defineCommand } from "./define.ts"

export const dnsSet = defineCommand({
  name: "DNS SET",
  forms: ["DNS SET {name}, {type}, {value}[, {ttl}]", "DNS SET {name}, {type}"],
  effect: "outside",
  group: "http",
  summary: "Sets a record of a domain at its name service.",
  params: {
    name: { kind: "text", doc: "The name, such as shop.example.org." },
    type: { kind: "text", doc: "The type of the record: A, CNAME, TXT and so on; or the address." },
    value: { kind: "text", doc: "What the name leads to." },
    ttl: { kind: "number", min: 0, unit: "s", doc: "How long others may keep it." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nDNS SET "shop.example.org", "A", "203.0.113.7"\nTALK "Done."',
  canvas: { icon: "world", family: "connect", titleKey: "steps.command" },
})
