import type { ComponentPropsWithRef } from "react"

interface ScrollRegionProps extends ComponentPropsWithRef<"section"> {
  /** Said by screen readers. */
  readonly label: string
}

/** A part of a page that scrolls by itself: with the mouse, and as any other with the keys. */
export function ScrollRegion({ label, children, ...others }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section aria-label={label} tabIndex={0} {...others}>
      {children}
    </section>
  )
}
