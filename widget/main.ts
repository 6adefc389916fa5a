/**
 * The part of the widget that every page loads: a button, the triggers, and the door to the rest.
 * The chat itself is a second file, fetched when somebody opens it or when a conversation is to be resumed.
 */
import { h, icon } from "./dom.ts"
import { launcherStyle } from "./launcher-style.ts"
import type { Panel } from "./panel.ts"
import { readSettings, type Settings } from "./settings.ts"
import { textsFor } from "./texts.ts"
import { ticketStore } from "./ticket-store.ts"
import { watchTriggers } from "./triggers.ts"

/** Set by the build: names the panel's file by its content, so that it may be cached for ever. */
declare const __PANEL_FILE__: string

const script = document.currentScript as HTMLScriptElement | null
const scriptOrigin = script?.src ? new URL(script.src).origin : location.origin

class BotwrightChat extends HTMLElement {
  private settings: Settings | null = null
  private panel: Panel | null = null
  private loading: Promise<Panel> | null = null
  private button: HTMLButtonElement | null = null
  private stopTriggers: (() => void) | null = null
  isOpen = false

  connectedCallback() {
    if (this.settings) return
    const settings = readSettings(this.dataset, scriptOrigin, new URL(location.href))
    if (settings.bot === "") {
      console.warn(
        'Botwright: the chat needs to know its bot. Add data-bot="..." to the script or element.',
      )
      return
    }
    this.settings = settings
    const root = this.attachShadow({ mode: "open" })
    root.adoptedStyleSheets = [launcherStyle(settings)]
    const isEmbedded = settings.mode === "inline" || settings.mode === "page"
    if (settings.mode === "bubble") {
      this.button = this.makeButton(settings)
      root.append(this.button)
    }
    if (isEmbedded) {
      // What the page put into the element stands there until the chat does.
      root.append(document.createElement("slot"))
      void this.open({ withFocus: false })
    } else {
      this.stopTriggers = watchTriggers(settings, () => void this.open({ withFocus: false }))
      if (ticketStore(settings.origin, settings.bot).load())
        void this.loadPanel().then((panel) => panel.resume())
    }
  }

  disconnectedCallback() {
    this.stopTriggers?.()
    this.panel?.destroy()
  }

  async open({ withFocus = true } = {}) {
    if (this.isOpen) return
    this.isOpen = true
    this.button?.setAttribute("aria-expanded", "true")
    const panel = await this.loadPanel().catch((error: unknown) => {
      this.isOpen = false
      this.button?.setAttribute("aria-expanded", "false")
      console.warn(
        "Botwright: the chat could not be loaded; the page's connection or content policy stopped it.",
        error,
      )
      return null
    })
    if (panel && this.isOpen) panel.show({ withFocus })
  }

  close() {
    if (!this.isOpen) return
    this.isOpen = false
    this.button?.setAttribute("aria-expanded", "false")
    this.panel?.hide()
    this.button?.focus()
  }

  toggle() {
    return this.isOpen ? this.close() : this.open()
  }

  private makeButton(settings: Settings): HTMLButtonElement {
    const words = textsFor(settings.language)
    const badge = h("span", { class: "badge", hidden: true })
    return h(
      "button",
      {
        class: `launcher ${settings.side}`,
        type: "button",
        "aria-label": words.open,
        "aria-haspopup": "dialog",
        "aria-expanded": "false",
        onclick: () => void this.toggle(),
      },
      icon("chat"),
      badge,
    )
  }

  private showUnread(count: number) {
    const badge = this.button?.querySelector<HTMLElement>(".badge")
    if (!badge || !this.settings || !this.button) return
    const words = textsFor(this.settings.language)
    badge.hidden = count === 0
    badge.textContent = count > 9 ? "9+" : String(count)
    this.button.setAttribute(
      "aria-label",
      count > 0 ? `${words.open} (${count} ${words.unread})` : words.open,
    )
  }

  private loadPanel(): Promise<Panel> {
    const settings = this.settings
    const root = this.shadowRoot
    if (!settings || !root) return Promise.reject(new Error("The element is not in a page yet."))
    this.loading ??= import(/* @vite-ignore */ `${scriptOrigin}/widget/${__PANEL_FILE__}`).then(
      (file: typeof import("./panel.ts")) => {
        this.panel = file.createPanel(root, settings, {
          onClose: () => this.close(),
          onUnread: (count) => this.showUnread(count),
          isOpen: () => this.isOpen,
        })
        return this.panel
      },
    )
    this.loading.catch(() => {
      this.loading = null
    })
    return this.loading
  }
}

if (!customElements.get("botwright-chat")) customElements.define("botwright-chat", BotwrightChat)

/** The script tag itself is enough: it puts the element where it belongs. */
function mount(tag: HTMLScriptElement) {
  const element = document.createElement("botwright-chat")
  Object.assign(element.dataset, tag.dataset)
  const target = tag.dataset.target ? document.querySelector(tag.dataset.target) : null
  if (target) target.append(element)
  else if (tag.dataset.mode === "inline" && tag.isConnected) tag.after(element)
  else document.body.append(element)
}
if (script?.dataset.bot) {
  if (document.body) mount(script)
  else addEventListener("DOMContentLoaded", () => mount(script))
}
