import type { AnswerReader } from "../reader.ts"
import { foldWord } from "./boolean.ts"

/** CSS names, then words of other languages for the common ones; accents removed. */
const colors: Readonly<Record<string, string>> = {
  "#000000": "black,preto,negro,schwarz,noir,siyah",
  "#ffffff": "white,branco,blanco,weiss,weiß,blanc,beyaz",
  "#ff0000": "red,vermelho,rojo,rot,rouge,kirmizi",
  "#008000": "green,verde,grun,vert,yesil",
  "#0000ff": "blue,azul,blau,bleu,mavi",
  "#ffff00": "yellow,amarelo,amarillo,gelb,jaune,sari",
  "#ffa500": "orange,laranja,naranja,turuncu",
  "#800080": "purple,roxo,morado,lila,violet,mor",
  "#ffc0cb": "pink,rosa,rose,pembe",
  "#a52a2a": "brown,marrom,marron,braun,brun,kahverengi",
  "#808080": "gray,grey,cinza,gris,grau,gri",
  "#00ffff": "cyan,aqua,ciano,cian",
  "#ff00ff": "magenta,fuchsia",
  "#00ff00": "lime",
  "#000080": "navy,marinho,lacivert",
  "#008080": "teal",
  "#808000": "olive,oliva",
  "#800000": "maroon",
  "#c0c0c0": "silver,prata,plata,silber,argent,gumus",
  "#ffd700": "gold,dourado,dorado,or,altin",
  "#f5f5dc": "beige,bege,bej",
  "#40e0d0": "turquoise,turquesa,turkis,turkuaz",
  "#4b0082": "indigo,anil",
  "#ff7f50": "coral",
  "#fa8072": "salmon",
}
const hexByName: ReadonlyMap<string, string> = new Map(
  Object.entries(colors).flatMap(([hex, list]) => list.split(",").map((name) => [name, hex])),
)

const hexOf = (value: number): string => value.toString(16).padStart(2, "0")

/** A colour by name, as `#rgb`, `#rrggbb` or `rgb(r, g, b)`; the value is `#rrggbb`. */
export const readColor: AnswerReader = (reply) => {
  const text = foldWord(reply)
  const named = hexByName.get(text)
  if (named !== undefined) return named
  const short = /^#?([\da-f])([\da-f])([\da-f])$/.exec(text)
  if (short) return `#${[1, 2, 3].map((at) => (short[at] as string).repeat(2)).join("")}`
  const long = /^#?([\da-f]{6})$/.exec(text)
  if (long) return `#${long[1]}`
  const parts = /^rgb ?\( ?(\d{1,3}) ?, ?(\d{1,3}) ?, ?(\d{1,3}) ?\)$/.exec(text)
  if (!parts) return null
  const values = [1, 2, 3].map((at) => Number(parts[at]))
  return values.every((value) => value < 256) ? `#${values.map(hexOf).join("")}` : null
}
