import type { Settings } from "./settings.ts"

/** Does the address fit `data-open-path`? A trailing `*` stands for anything. */
export function fitsPath(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

/** Calls `open` once when the page says so: by time, by scroll, by address (also of pages that change without a reload). */
export function watchTriggers(settings: Settings, open: () => void): () => void {
  const stops: (() => void)[] = []
  const fire = () => {
    for (const stop of stops.splice(0)) stop()
    open()
  }
  if (settings.openAfterSeconds !== null) {
    const timer = setTimeout(fire, settings.openAfterSeconds * 1000)
    stops.push(() => clearTimeout(timer))
  }
  if (settings.openAtScrollPercent !== null)
    stops.push(watchScroll(settings.openAtScrollPercent, fire))
  if (settings.openOnPath !== null) {
    const pattern = settings.openOnPath
    const check = () => fitsPath(pattern, location.pathname) && fire()
    stops.push(watchAddress(check))
    check()
  }
  return () => {
    for (const stop of stops.splice(0)) stop()
  }
}

function watchScroll(percent: number, fire: () => void): () => void {
  const check = () => {
    const room = document.documentElement.scrollHeight - innerHeight
    if (room > 0 && (scrollY / room) * 100 >= percent) fire()
  }
  addEventListener("scroll", check, { passive: true })
  return () => removeEventListener("scroll", check)
}

/** Tells of address changes. Where the Navigation API is missing, `popstate` is what there is. */
export function watchAddress(changed: () => void): () => void {
  const navigation = (globalThis as { navigation?: EventTarget }).navigation
  const target: EventTarget = navigation ?? globalThis
  const name = navigation ? "currententrychange" : "popstate"
  target.addEventListener(name, changed)
  return () => target.removeEventListener(name, changed)
}
