import type { ChatMessage } from "../sdk/chat/types.ts"
import { h, icon } from "./dom.ts"

/** Draws a file of a message: a picture, a player, or a name to download it by. `origin`: the server's. */
export function drawFile({ kind, file, text }: ChatMessage, origin: string): HTMLElement | null {
  // Only what the bot's own server gives out by a signed address is ever loaded.
  if (!file?.url.startsWith("/api/v1/files/")) return null
  const src = origin + file.url
  const label = text || file.name
  const has = (option: string) => file.options?.includes(option)
  const player = {
    ...{ src, "aria-label": label, controls: !has("nocontrols"), loop: has("loop") },
    ...{ autoplay: has("autoplay"), muted: has("muted") || has("autoplay") },
  }
  const size =
    file.size < 1e6 ? `${Math.ceil(file.size / 1e3)} kB` : `${(file.size / 1e6).toFixed(1)} MB`
  return h(
    "div",
    { class: "file" },
    kind === "image" && h("img", { src, alt: label, loading: "lazy" }),
    kind === "audio" && h("audio", player),
    kind === "video" && h("video", { ...player, playsinline: true }),
    h("a", { href: src, download: file.name }, icon("file"), `${file.name} (${size})`),
  )
}

/** Does STOP, PAUSE or RESUME to what was drawn from the same address. False for a file that is to be drawn. */
export function controlPlayer(log: HTMLElement, { file }: ChatMessage, origin: string): boolean {
  const control = file?.options?.[0] ?? ""
  if (!file || !["stop", "pause", "resume"].includes(control)) return false
  for (const player of log.querySelectorAll<HTMLMediaElement>("audio,video")) {
    if (player.getAttribute("src") !== origin + file.url) continue
    if (control !== "resume") player.pause()
    else void player.play().catch(() => {})
    if (control === "stop") player.currentTime = 0
  }
  return true
}
