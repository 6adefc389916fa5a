import { describe, expect, it } from "vitest"
import { type Box, drawWay, middleOf, type Point, routeWay } from "./way-route.ts"

const box = (id: string, x: number, y: number, height = 200): Box => ({
  id,
  x,
  y,
  width: 300,
  height,
})
const ends = (from: Point, to: Point) => ({
  from,
  to,
  fromId: "a",
  toId: "b",
  lane: 0,
  arrival: 0,
})

/** Whether a way runs through a card. */
function crosses(way: readonly Point[], { x, y, width, height }: Box): boolean {
  return way.some((b, at) => {
    const a = way[at - 1]
    if (!a) return false
    return (
      Math.min(a.x, b.x) < x + width &&
      Math.max(a.x, b.x) > x &&
      Math.min(a.y, b.y) < y + height &&
      Math.max(a.y, b.y) > y
    )
  })
}

describe("routeWay", () => {
  const a = box("a", 0, 0)
  it("goes straight where nothing stands between and both ends are level", () => {
    const b = box("b", 400, 0)
    expect(routeWay(ends({ x: 300, y: 20 }, { x: 400, y: 20 }), [a, b])).toEqual([
      { x: 300, y: 20 },
      { x: 400, y: 20 },
    ])
  })
  it("goes around a card that stands between", () => {
    const wall = box("wall", 400, -100, 500)
    const b = box("b", 800, 0)
    const way = routeWay(ends({ x: 300, y: 20 }, { x: 800, y: 20 }), [a, wall, b])
    expect(crosses(way, wall)).toBe(false)
    expect(way.at(0)).toEqual({ x: 300, y: 20 })
    expect(way.at(-1)).toEqual({ x: 800, y: 20 })
  })
  it("goes back above or below without crossing either card", () => {
    const b = box("b", -500, 40)
    const way = routeWay(ends({ x: 300, y: 150 }, { x: -500, y: 61 }), [a, b])
    expect(crosses(way, a)).toBe(false)
    expect(crosses(way, b)).toBe(false)
  })
  it("leads a card back to itself around its own outside", () => {
    const way = routeWay({ ...ends({ x: 300, y: 150 }, { x: 0, y: 21 }), toId: "a" }, [a])
    expect(crosses(way, a)).toBe(false)
  })
  it("only turns at right angles", () => {
    const b = box("b", 700, 400)
    const way = routeWay(ends({ x: 300, y: 20 }, { x: 700, y: 421 }), [a, b])
    for (const [at, corner] of way.entries()) {
      const before = way[at - 1]
      if (before) expect(before.x === corner.x || before.y === corner.y).toBe(true)
    }
  })
  it("keeps two ways out of one card apart", () => {
    const b = box("b", 700, 400)
    const first = routeWay(ends({ x: 300, y: 20 }, { x: 700, y: 421 }), [a, b])
    const second = routeWay({ ...ends({ x: 300, y: 50 }, { x: 700, y: 421 }), lane: 1 }, [a, b])
    expect(first[1]?.x).not.toBe(second[1]?.x)
  })
})

describe("drawWay", () => {
  it("begins and ends at the ends of the way", () => {
    const path = drawWay([
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 80 },
    ])
    expect(path).toBe("M 0 0 L 38 0 Q 50 0 50 12 L 50 80")
  })
})

describe("middleOf", () => {
  it("is the middle of the longest stretch", () => {
    const way = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 90 },
    ]
    expect(middleOf(way)).toEqual({ x: 10, y: 45 })
  })
})
