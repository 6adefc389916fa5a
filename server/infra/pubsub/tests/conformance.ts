import { afterEach, beforeEach, expect, it } from "vitest"
import type { PubSub } from "../port.ts"

/** What every adapter promises. `open` gives a fresh one on each call, all of one cluster. */
export function describePubSub(open: () => Promise<PubSub>) {
  let pubsub: PubSub
  const topic = () => `test:${crypto.randomUUID()}`

  beforeEach(async () => {
    pubsub = await open()
  })
  afterEach(() => pubsub.close())

  /** Collects what is heard; `next` waits for one more. */
  async function listen(name: string) {
    const heard: unknown[] = []
    let wake = () => {}
    const stop = await pubsub.subscribe(name, (message) => {
      heard.push(message)
      wake()
    })
    const until = async (count: number) => {
      while (heard.length < count) await new Promise<void>((done) => (wake = done))
      return heard
    }
    return { heard, until, stop }
  }

  it("brings messages of a topic to each of its listeners in the order of publishing", async () => {
    const name = topic()
    const one = await listen(name)
    const other = await listen(name)
    for (const seq of [1, 2, 3]) await pubsub.publish(name, { seq })
    const expected = [{ seq: 1 }, { seq: 2 }, { seq: 3 }]
    expect(await one.until(3)).toEqual(expected)
    expect(await other.until(3)).toEqual(expected)
  })

  it("brings nothing of one topic to another", async () => {
    const [mine, foreign] = [topic(), topic()]
    const listening = await listen(mine)
    await pubsub.publish(foreign, "foreign")
    await pubsub.publish(mine, "mine")
    expect(await listening.until(1)).toEqual(["mine"])
  })

  it("brings nothing to a listener that has stopped, and goes on for the others", async () => {
    const name = topic()
    const stopped = await listen(name)
    const other = await listen(name)
    await stopped.stop()
    await pubsub.publish(name, 1)
    await other.until(1)
    expect(stopped.heard).toEqual([])
  })

  it("lets a topic be listened to again after its last listener stopped", async () => {
    const name = topic()
    await (await listen(name)).stop()
    const again = await listen(name)
    await pubsub.publish(name, 1)
    expect(await again.until(1)).toEqual([1])
  })

  it("never calls a listener from inside publish", async () => {
    const name = topic()
    let isPublishing = false
    let wasInside = false
    const heard = new Promise<void>((done) => {
      void pubsub.subscribe(name, () => {
        wasInside = isPublishing
        done()
      })
    })
    await (await listen(name)).stop()
    isPublishing = true
    const publishing = pubsub.publish(name, 1)
    isPublishing = false
    await publishing
    await heard
    expect(wasInside).toBe(false)
  })

  it("gives each listener a copy of its own", async () => {
    const name = topic()
    await pubsub.subscribe(name, (message) => Object.assign(message as object, { spoilt: true }))
    const other = await listen(name)
    const sent = { list: [1] }
    await pubsub.publish(name, sent)
    expect(await other.until(1)).toEqual([{ list: [1] }])
    expect(sent).toEqual({ list: [1] })
  })
}
