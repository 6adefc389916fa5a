import { expect, test } from "vitest"
import { chooseQuery, mostCounted, toQuery } from "./said.ts"

const word = (stem: string, count: number) => ({ stems: [stem], weight: 1, count })

test("the rarest words choose the passages that are looked at, until they find enough", () => {
  const words = [word("price", 600), word("tyre", 3), word("new", 400), word("unicorn", 0)]
  expect(chooseQuery(words)).toBe("'tyre' | 'new'")
  expect(chooseQuery([word("price", 900), word("new", 950)])).toBe("'price'")
})

test("where every word is common, two of them have to stand together", () => {
  const common = ["open", "day", "week"].map((stem) => word(stem, mostCounted))
  expect(chooseQuery(common)).toBe("('open') & ('day') | ('open') & ('week') | ('day') & ('week')")
  expect(chooseQuery([word("open", mostCounted)])).toBe("'open'")
})

test("a question without a word that stands somewhere chooses nothing", () => {
  expect(chooseQuery([])).toBeNull()
  expect(chooseQuery([word("unicorn", 0)])).toBeNull()
})

test("stems cannot end the quote they stand in", () => {
  expect(toQuery(["it's", "a'|'b", "ação", "'"])).toBe("'its' | 'ab' | 'ação'")
})
