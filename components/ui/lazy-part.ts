import { type ComponentType, type LazyExoticComponent, lazy } from "react"

/**
 * `React.lazy` for a part that is fetched when it is first needed. Without a connection it waits for one
 * instead of failing for good: whoever opens a panel on a train finds it once they are out of the tunnel.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => loadWhenOnline(load))
}

async function loadWhenOnline<Part>(load: () => Promise<Part>): Promise<Part> {
  while (true) {
    try {
      return await load()
    } catch (error) {
      if (navigator.onLine) throw error
      await new Promise((resume) => addEventListener("online", resume, { once: true }))
    }
  }
}
