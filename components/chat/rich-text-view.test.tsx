import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { RichTextView } from "./rich-text-view.tsx"

const show = (text: string) => renderToStaticMarkup(<RichTextView text={text} />)

test("markup in a message is shown as the characters it is made of", () => {
  const html = show("<img src=x onerror=alert(1)> <b>bold</b> & **real bold**")
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;bold&lt;/b&gt; &amp; ")
  expect(html).toContain("<strong>real bold</strong>")
})

test("no address of a message runs anything, however its scheme is disguised", () => {
  const disguises = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
  ]
  for (const address of disguises) {
    const html = show(`[click](${address})`)
    expect(html, address).not.toContain("href")
    expect(html, address).not.toContain("<script")
  }
})

test("a picture in Markdown loads nothing", () => {
  expect(show("![secret](https://evil.example/?q=secret)")).not.toContain("<img")
})

test("a link opens elsewhere without handing this page over", () => {
  expect(show("[prices](https://example.org/a?b=1)")).toContain(
    '<a href="https://example.org/a?b=1" target="_blank" rel="noopener noreferrer nofollow">prices</a>',
  )
})

test("lists, code, quotes and headings become elements of their own", () => {
  const html = show("# Title\n\n- one\n- two\n\n3. three\n\n> said\n\n`code`\n\n```\na < b\n```")
  expect(html).toContain('data-level="1">Title</p>')
  expect(html).toContain("<ul><li>one</li><li>two</li></ul>")
  expect(html).toContain('<ol start="3"><li>three</li></ol>')
  expect(html).toContain("<blockquote>said</blockquote>")
  expect(html).toContain('<pre dir="ltr"><code>a &lt; b</code></pre>')
})
