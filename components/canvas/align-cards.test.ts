import { describe, expect, it } from "vitest"
import { alignCards, distributeCards, findTouched } from "./align-cards.ts"

const boxes = [
  { id: "a", x: 0, y: 0, width: 100, height: 50 },
  { id: "b", x: 300, y: 40, width: 200, height: 150 },
  { id: "c", x: 130, y: 500, width: 100, height: 100 },
]

describe("cards that are aligned", () => {
  it("share an edge", () => {
    expect(alignCards(boxes, "left")).toEqual({
      a: { x: 0, y: 0 },
      b: { x: 0, y: 40 },
      c: { x: 0, y: 500 },
    })
    expect(alignCards(boxes, "right")).toMatchObject({ a: { x: 400 }, b: { x: 300 } })
    expect(alignCards(boxes, "top")).toMatchObject({ b: { x: 300, y: 0 }, c: { y: 0 } })
    expect(alignCards(boxes, "bottom")).toMatchObject({ a: { y: 550 }, b: { y: 450 } })
  })

  it("share a middle, whatever their sizes", () => {
    expect(alignCards(boxes, "center")).toMatchObject({ a: { x: 200 }, b: { x: 150 } })
    expect(alignCards(boxes, "middle")).toMatchObject({ a: { y: 275 }, b: { y: 225 } })
  })
})

describe("cards that are distributed", () => {
  it("have equal gaps between the outermost two, which stay", () => {
    expect(distributeCards(boxes, "x")).toEqual({
      a: { x: 0, y: 0 },
      c: { x: 150, y: 500 },
      b: { x: 300, y: 40 },
    })
  })

  it("stay where they are when there are only two", () => {
    expect(distributeCards(boxes.slice(0, 2), "y")).toEqual({})
  })
})

it("a rectangle selects what it touches and nothing else", () => {
  expect(findTouched(boxes, { x: 90, y: 10, width: 220, height: 100 })).toEqual(["a", "b"])
  expect(findTouched(boxes, { x: 101, y: 0, width: 20, height: 600 })).toEqual([])
})
