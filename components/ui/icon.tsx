import { iconShapes } from "./icon-shapes.ts"

const shapes: Readonly<Record<string, string>> = iconShapes

/** Says whether a definition's icon name is one we can draw; a test asks this of every keyword. */
export function hasIcon(name: string): boolean {
  return Object.hasOwn(shapes, name)
}

interface IconProps {
  name: string
  size?: number
  stroke?: number
  className?: string
}

/** Draws an icon by name, always beside words or inside a control that has a name of its own. */
export function Icon({ name, size = 18, stroke = 1.6, className }: IconProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <path d={hasIcon(name) ? shapes[name] : iconShapes.square} />
    </svg>
  )
}
