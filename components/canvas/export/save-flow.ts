import type { CanvasFlow } from "#basic"
import { drawMermaid } from "./draw-mermaid.ts"
import { drawSvg, type SheetColors } from "./draw-svg.ts"
import { readSheet, type SheetWords } from "./flow-sheet.ts"

export type FlowFormat = "png" | "svg" | "mermaid" | "bas"

/** Larger pictures are made smaller: browsers refuse a drawing surface beyond it. Units: pixels of one side. */
const longestSide = 8_000

interface SavedFlow {
  readonly flow: CanvasFlow
  readonly source: string
  /** The file's name without its ending. */
  readonly name: string
  readonly words: SheetWords
}

/** Saves a flow as a file of the person's. Throws when the browser cannot draw the picture. */
export async function saveFlow(format: FlowFormat, { flow, source, name, words }: SavedFlow) {
  if (format === "bas") return save(`${name}.bas`, new Blob([source], { type: "text/plain" }))
  const sheet = readSheet(flow, words)
  if (format === "mermaid")
    return save(`${name}.mmd`, new Blob([drawMermaid(sheet)], { type: "text/plain" }))
  const svg = new Blob([drawSvg(sheet, readColors())], { type: "image/svg+xml" })
  save(`${name}.${format}`, format === "svg" ? svg : await toPng(svg))
}

/** The colours of the page as it is shown, light or dark. */
function readColors(): SheetColors {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    paper: read("--bw-canvas"),
    card: read("--bw-surface"),
    line: read("--bw-line-strong"),
    text: read("--bw-text"),
    muted: read("--bw-text-muted"),
    way: read("--bw-text-faint"),
    family: (family) => read(`--bw-family-${family}`) || read("--bw-family-flow"),
  }
}

async function toPng(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const side = Math.max(picture.naturalWidth, picture.naturalHeight)
    const scale = Math.min(2, longestSide / side)
    const surface = new OffscreenCanvas(
      Math.ceil(picture.naturalWidth * scale),
      Math.ceil(picture.naturalHeight * scale),
    )
    surface.getContext("2d")?.drawImage(picture, 0, 0, surface.width, surface.height)
    return await surface.convertToBlob({ type: "image/png" })
  } finally {
    URL.revokeObjectURL(url)
  }
}

function save(name: string, content: Blob) {
  const url = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = url
  link.download = name.replace(/[^\p{L}\p{N}._ -]+/gu, "-")
  link.click()
  // The browser has taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
