import { expect, it } from "vitest"
import { findFreePlace, newCardSize } from "./free-place.ts"

const card = { id: "a", x: 0, y: 0, width: 300, height: 200 }

it("leaves a new card where it was dropped when there is room", () => {
  expect(findFreePlace({ x: 500, y: 40 }, [card])).toEqual({ x: 500, y: 40 })
})
it("moves a new card just far enough not to cover another", () => {
  const place = findFreePlace({ x: 20, y: 150 }, [card])
  expect(place.y >= 200 || place.y + newCardSize.height <= 0 || place.x >= 300).toBe(true)
})
it("finds room between many cards", () => {
  const column = [0, 250, 500].map((y) => ({ ...card, id: String(y), y }))
  const place = findFreePlace({ x: 0, y: 260 }, column)
  for (const { y, height } of column)
    expect(place.y >= y + height || place.y + newCardSize.height <= y || place.x >= 300).toBe(true)
})
