import { defineCommand } from "./define.ts"

export const scanBarcode = defineCommand({
  name: "SCAN BARCODE",
  forms: ["SCAN BARCODE {image}"],
  effect: "outside",
  group: "media",
  summary: "Reads the QR code in a picture: an object with data, null when there is none.",
  params: {
    image: { kind: "any", doc: "A picture of the drive: a path or a file value." },
  },
  result: "map",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused", "document.unreadable"],
  example:
    'code = SCAN BARCODE "ticket.png"\nIF code.data IS NULL THEN TALK "No code found." ELSE TALK code.data',
  canvas: {
    icon: "qrcode",
    family: "ai",
    titleKey: "steps.command",
  },
})
