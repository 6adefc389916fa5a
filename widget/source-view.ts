import type { ChatPassage, ChatSource } from "../sdk/chat/types.ts"
import { h } from "./dom.ts"
import type { Texts } from "./texts.ts"

/** Draws what an answer rests on, by number; a passage opens below when its source is chosen. */
export function drawSources(
  sources: readonly ChatSource[],
  texts: Texts,
  read: (id: string) => Promise<ChatPassage>,
): HTMLElement {
  const passage = h("div", { class: "passage", hidden: true, tabindex: -1, role: "region" })
  let open: HTMLElement | null = null
  const buttons = sources.map((source) => {
    const button = h(
      "button",
      {
        ...{ class: "source", type: "button", "aria-expanded": "false" },
        onclick: () => void choose(source, button),
      },
      `[${source.number}] ${nameOf(source)}`,
    )
    return button
  })
  const choose = async (source: ChatSource, button: HTMLElement) => {
    const isSame = open === button
    open?.setAttribute("aria-expanded", "false")
    open = isSame ? null : button
    passage.hidden = isSame
    if (isSame) return
    button.setAttribute("aria-expanded", "true")
    passage.setAttribute("aria-label", source.title)
    passage.replaceChildren(texts.loading)
    try {
      const found = await read(source.id)
      if (open === button) passage.replaceChildren(...drawPassage(found))
    } catch {
      if (open === button) passage.replaceChildren(texts.passageGone)
    }
  }
  return h(
    "div",
    { class: "sources", role: "group", "aria-label": texts.sources },
    ...buttons,
    passage,
  )
}

/** Words of a document are text, whatever they look like. */
function drawPassage({ title, section, page, text, url }: ChatPassage): Node[] {
  const isWeb = /^https?:\/\//i.test(url ?? "")
  return [
    h("strong", {}, nameOf({ title, ...(page !== undefined && { page }) })),
    h("span", { class: "place" }, section ?? ""),
    h("p", { dir: "auto" }, text),
    ...(isWeb
      ? [h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, url ?? "")]
      : []),
  ]
}

const nameOf = ({ title, page }: { readonly title: string; readonly page?: number }): string =>
  page === undefined ? title : `${title}, ${page}`
