/**
 * `npm run gallery`: one page with every screenshot the end-to-end journeys left behind, to be looked at.
 * Writes `test-output/index.html`; pictures of one page in light, dark and on a phone stand side by side.
 */
import { existsSync, globSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./node24.mjs"

const folder = join(root, "test-output")
const pictures = existsSync(folder) ? globSync("**/*.png", { cwd: folder }).sort() : []
if (pictures.length === 0) {
  console.error("There are no screenshots yet; npm run e2e makes them.")
  process.exit(1)
}

/** "gallery/settings-account-dark.png" belongs to "gallery/settings-account". */
const groups = Map.groupBy(pictures, (file) =>
  file.replace(/\.png$/, "").replace(/-(light|dark|phone)$/, ""),
)

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

const addressOf = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join("/")

const figures = [...groups].map(([name, files]) => {
  const shown = files.map((file) => {
    const label = escapeHtml(file)
    return `<a href="${addressOf(file)}"><img loading="lazy" src="${addressOf(file)}" alt="${label}" title="${label}"></a>`
  })
  return `<section><h2>${escapeHtml(name)}</h2><div>${shown.join("")}</div></section>`
})
const style = `body{margin:32px;font:14px/1.5 system-ui;color-scheme:light dark;background:Canvas;color:CanvasText}
h2{font-size:14px;margin:24px 0 8px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}
img{height:300px;width:auto;border:1px solid #8886;border-radius:6px}`
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>
<h1>Screenshots: ${pictures.length}</h1>${figures.join("\n")}</html>\n`,
)
console.log(`${pictures.length} screenshots: ${join(folder, "index.html")}`)
