import { describe, expect, it } from "vitest"
import { textOf } from "./markup.ts"
import { readMarkup } from "./read-markup.ts"
import { selectElements } from "./select.ts"

const page = readMarkup(
  `<main id=top><h1 class="big title">Shop</h1>
   <ul><li>one<li class=x>two<li lang=en-GB>three</ul>
   <div><p>first</p><p data-price="10">second</p><span>third</span><p>fourth</p></div>
   <section><article><p>deep</p></article></section></main>`,
  { isXml: false },
)
const find = (selector: string) => selectElements(page, selector).map(textOf)

describe("a selector", () => {
  it.each([
    ["h1", ["Shop"]],
    ["H1.big.title", ["Shop"]],
    ["#top > h1", ["Shop"]],
    ["li", ["one", "two", "three"]],
    ["li.x, h1", ["Shop", "two"]],
    ["li:first-child", ["one"]],
    ["li:last-child", ["three"]],
    ["li:nth-child(2n+1)", ["one", "three"]],
    ["li:nth-child(even)", ["two"]],
    ["li:nth-last-child(-n+2)", ["two", "three"]],
    ["p:nth-of-type(3)", ["fourth"]],
    ["span:only-of-type", ["third"]],
    ["[data-price]", ["second"]],
    ["[data-price='10']", ["second"]],
    ["[class~=title]", ["Shop"]],
    ["[lang|=en]", ["three"]],
    ["[class^=bi]", ["Shop"]],
    ["[class$=title]", ["Shop"]],
    ["[class*='g t']", ["Shop"]],
    ["[class='BIG TITLE' i]", ["Shop"]],
    ["main p", ["first", "second", "fourth", "deep"]],
    ["main > p", []],
    ["p + p", ["second"]],
    ["p ~ span", ["third"]],
    ["p:not([data-price])", ["first", "fourth", "deep"]],
    [":is(h1, span)", ["Shop", "third"]],
    ["section:has(p)", ["deep"]],
    ["section:has(> p)", []],
    ["div:has(p + span)", ["first second third fourth"]],
    ["p:has(+ span)", ["second"]],
    ["p:has(~ span)", ["first", "second"]],
  ])("%s finds what a browser finds", (selector, texts) => {
    expect(find(selector)).toEqual(texts)
  })

  it.each(["", "p[", "p::before", "p:hover", "p || td", "> p", `p${" p".repeat(300)}`])(
    "%j is refused in words",
    (selector) => {
      expect(() => find(selector)).toThrow(/^The selector ".*" .+\.$/)
    },
  )

  it("takes time in proportion to the page, however it is built", () => {
    const nested = readMarkup("<b>".repeat(250) + "<i></i>".repeat(30_000), {
      isXml: false,
    })
    const begun = performance.now()
    expect(selectElements(nested, "b b b b b b b b b b b b b b x")).toEqual([])
    expect(selectElements(nested, "i ~ i ~ i ~ i ~ i ~ i ~ i ~ x")).toEqual([])
    expect(selectElements(nested, "b:has(b:has(b:has(x)))")).toEqual([])
    expect(selectElements(nested, "i:nth-last-of-type(29999)")).toHaveLength(1)
    expect(performance.now() - begun).toBeLessThan(3_000)
  })
})

describe("a page", () => {
  it.each([
    ["too many elements", "<i></i>".repeat(100_001)],
    ["too deep", "<b>".repeat(400)],
  ])("with %s is refused in words", (_, html) => {
    expect(() => readMarkup(html, { isXml: false })).toThrow(/^The document .+\.$/)
  })

  it("is read as a person would: without scripts, with blanks run together", () => {
    const { root } = readMarkup(
      "<p>a<br>b</p><script>c</script><style>d</style> <b>e</b>f &amp; &eacute;",
      { isXml: false },
    )
    expect(textOf(root)).toBe("a b ef & é")
  })
})

describe("INJ-03 XML and HTML", () => {
  it("expands no entity of the document's own, near or far", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&b;&f;&#65;&lt;</x>`
    const read = readMarkup(bomb, { isXml: true })
    const [x] = read.elements
    expect(x && textOf(x)).toBe("&b;&f;A<")
    expect(() => readMarkup(bomb, { isXml: true, refusesDoctype: true })).toThrow(
      "The document declares a document type, which is not read here.",
    )
  })

  it("keeps __proto__ and constructor as names like any other", () => {
    const { elements } = readMarkup('<__proto__ __proto__="1" constructor="2"><a/></__proto__>', {
      isXml: true,
    })
    expect(elements.map(({ name }) => name)).toEqual(["__proto__", "a"])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
