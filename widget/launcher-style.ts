import type { Settings } from "./settings.ts"

const css = `
:host{all:initial;--bw-accent:#0f766e;--bw-on-accent:#fff;font:15px/1.45 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
:host([data-mode=inline]){display:block;height:560px}
:host([data-mode=page]){display:block;height:100dvh}
*{box-sizing:border-box}
[hidden]{display:none!important}
svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none}
.launcher{position:fixed;inset-block-end:20px;inset-inline-end:20px;z-index:2147483000;width:56px;height:56px;border:0;border-radius:50%;background:var(--bw-accent);color:var(--bw-on-accent);cursor:pointer;display:grid;place-items:center;box-shadow:0 6px 24px #0003;transition:transform .15s}
.launcher.left{inset-inline:20px auto}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:3px solid var(--bw-accent);outline-offset:3px}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-width:20px;height:20px;padding:0 5px;border-radius:10px;background:#b42318;color:#fff;font-size:12px;font-weight:600;line-height:20px;text-align:center}
@media (prefers-reduced-motion:reduce){.launcher{transition:none}.launcher:hover{transform:none}}
@media print{:host{display:none}}
`

/** Black or white, whichever reads better on the colour; white when the colour is a name. */
export function readableOn(color: string): "#fff" | "#101418" {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})/i.exec(color)?.[1]
  if (!hex) return "#fff"
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.36 ? "#101418" : "#fff"
}

/** The style of the button and the custom properties both files share. */
export function launcherStyle(settings: Settings): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const accent = settings.color
  sheet.replaceSync(
    css + (accent ? `:host{--bw-accent:${accent};--bw-on-accent:${readableOn(accent)}}` : ""),
  )
  return sheet
}
