/** The open chat: loaded when somebody opens it or when a conversation is to be resumed. */
import { ChatClient } from "../sdk/chat/client.ts"
import type { ChatState } from "../sdk/chat/types.ts"
import { ChatView } from "./chat-view.ts"
import { panelCss } from "./panel-style.ts"
import type { Settings } from "./settings.ts"
import { textsFor } from "./texts.ts"
import { ticketStore } from "./ticket-store.ts"

export interface PanelEvents {
  onClose(): void
  onUnread(count: number): void
  isOpen(): boolean
}
export interface Panel {
  show(options: { withFocus: boolean }): void
  hide(): void
  /** Goes on with a stored conversation without showing it, so that new messages can be counted. */
  resume(): void
  destroy(): void
}

/** Counts what the bot said since the person last looked. */
class Unread {
  private lastSeen = -1
  count(state: ChatState, isLooking: boolean): number {
    const newest = state.messages.at(-1)?.seq ?? 0
    if (isLooking || this.lastSeen < 0) this.lastSeen = newest
    return state.messages.filter(
      (message) => message.from !== "contact" && message.seq > this.lastSeen,
    ).length
  }
}

export function createPanel(root: ShadowRoot, settings: Settings, events: PanelEvents): Panel {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(panelCss)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const store = ticketStore(settings.origin, settings.bot)
  const client = new ChatClient({
    origin: settings.origin,
    bot: settings.bot,
    store,
    contact: contactOf(settings),
  })
  const unread = new Unread()
  const view = new ChatView(settings, textsFor(settings.language), client, events.onClose)
  const stop = client.subscribe((state) => {
    view.render(state)
    events.onUnread(unread.count(state, events.isOpen()))
  })
  view.element.hidden = true
  root.append(view.element)
  const begin = () => {
    if (client.getState().status === "idle") void client.open()
  }
  return {
    show({ withFocus }) {
      root.querySelector("slot")?.remove()
      view.element.hidden = false
      begin()
      view.scrollToEnd()
      if (withFocus) view.focus()
      events.onUnread(unread.count(client.getState(), true))
    },
    hide() {
      view.element.hidden = true
    },
    resume: begin,
    destroy() {
      stop()
      client.close()
    },
  }
}

function contactOf(settings: Settings) {
  const { attributes, ...known } = settings.contact
  const hasAttributes = Object.keys(attributes).length > 0
  return hasAttributes || known.name || known.email
    ? { ...known, ...(hasAttributes ? { attributes: { ...attributes } } : {}) }
    : undefined
}
