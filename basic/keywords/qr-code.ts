import { defineCommand } from "./define.ts"

export const makeQrCode = defineCommand({
  name: "QR CODE",
  forms: ["QR CODE {data}[, {size}[, {path}]]"],
  effect: "outside",
  group: "dialog",
  summary: "Draws a QR code as a picture and gives its path.",
  params: {
    data: { kind: "text", doc: "What the code says." },
    size: {
      kind: "number",
      min: 64,
      max: 2000,
      doc: "Width and height in pixels; 256 when left out.",
    },
    path: { kind: "any", doc: "Where to keep it; a new name when left out." },
  },
  result: "text",

  raises: ["file.path_refused", "file.quota_reached"],
  example: 'picture = QR CODE "https://example.org/menu"\nSEND FILE picture, "Scan me"',
  canvas: {
    icon: "qrcode",
    family: "say",
    titleKey: "steps.qr_code",
    inPalette: true,
    snippet: 'picture = QR CODE "https://example.org"',
  },
})
