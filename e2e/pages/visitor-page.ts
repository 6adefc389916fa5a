import { createServer, type Server } from "node:http"
import type { Page } from "@playwright/test"

/** A stranger's page on an origin of its own that embeds the widget the way the guide says. */
export class VisitorPage {
  private readonly server: Server
  readonly origin: string
  private constructor(server: Server, origin: string) {
    this.server = server
    this.origin = origin
  }

  /** Serves the page; `attributes` go on the script tag as they are. */
  static async serve(product: string, attributes: string): Promise<VisitorPage> {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title></head>
<body style="font-family:serif;margin:40px"><h1>A shop</h1><p>Words of a page that is not ours.</p><div style="height:2000px"></div>
<script async src="${product}/widget.js" ${attributes}></script></body></html>`
    const server = createServer((_, response) =>
      response.setHeader("content-type", "text/html; charset=utf-8").end(html),
    )
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    const address = server.address()
    const port = address && typeof address === "object" ? address.port : 0
    return new VisitorPage(server, `http://127.0.0.1:${port}`)
  }

  stop(): Promise<unknown> {
    return new Promise((done) => this.server.close(done))
  }
}

/** What a visitor does in the widget. Playwright's locators see through the open shadow root. */
export class WidgetPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  get launcher() {
    return this.page.getByRole("button", { name: /^Open chat/ })
  }
  get panel() {
    return this.page.locator("botwright-chat").getByRole("dialog")
  }
  get input() {
    return this.page.getByRole("textbox", { name: "Write a message" })
  }
  botSays(text: string | RegExp) {
    return this.page.locator("botwright-chat .row.bot .bubble", { hasText: text })
  }
  visitorSaid(text: string) {
    return this.page.locator("botwright-chat .row.contact .bubble", { hasText: text })
  }
  choice(label: string) {
    return this.page.getByRole("button", { name: label, exact: true })
  }
  async open() {
    await this.launcher.click()
    await this.panel.waitFor()
  }
  async say(text: string) {
    await this.input.fill(text)
    await this.input.press("Enter")
  }
}
