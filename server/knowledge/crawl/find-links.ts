const anchor = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
const files =
  /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|json|xml|zip|gz|tar|exe|dmg|mp[34]|webm|woff2?|pdf|docx?|xlsx?|pptx?)$/i
const mostLinks = 2_000

/** The addresses a page leads to on its own site, each once, without the part behind #. */
export function findLinks(html: string, base: string): string[] {
  const origin = new URL(base).origin
  const found = new Set<string>()
  for (const [, double, single, bare] of html.matchAll(anchor)) {
    const target = (double ?? single ?? bare ?? "").trim().replaceAll("&amp;", "&")
    if (!URL.canParse(target, base)) continue
    const url = new URL(target, base)
    url.hash = ""
    if (url.origin === origin && !files.test(url.pathname)) found.add(url.href)
    if (found.size >= mostLinks) break
  }
  return [...found]
}
