type Child = Node | string | null | false
type Props = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>

/** Makes an element. Strings become text, never markup; `on...` functions become listeners. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === "function") element.addEventListener(name.slice(2).toLowerCase(), value)
    else element.setAttribute(name, value === true ? "" : String(value))
  }
  for (const child of children) if (child !== null && child !== false) element.append(child)
  return element
}

const svg = "http://www.w3.org/2000/svg"
const shapes = {
  chat: "M5 4h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8.5 10h.01M12 10h.01M15.5 10h.01",
  close: "M6 6l12 12M18 6L6 18",
  send: "M5 12h13M12 5l7 7-7 7",
  clip: "M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5-6.5a3 3 0 0 0-6-6L5.5 10.5a4.5 4.5 0 0 0 9 9L21 13",
  mic: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11a6 6 0 0 0 12 0M12 17v3.5",
  file: "M14 3v5h5M6 3h8l5 5v13H6zM9 13h6M9 17h6",
  again: "M4.5 12a7.5 7.5 0 1 0 2.3-5.4M4 4v4h4",
} as const

/** Draws one of the widget's few icons in the colour of its text. */
export function icon(name: keyof typeof shapes): SVGSVGElement {
  const element = document.createElementNS(svg, "svg")
  const path = document.createElementNS(svg, "path")
  element.setAttribute("viewBox", "0 0 24 24")
  element.setAttribute("aria-hidden", "true")
  path.setAttribute("d", shapes[name])
  element.append(path)
  return element
}
