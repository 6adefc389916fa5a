import { describe, expect, it } from "vitest"
import { evaluate, faultOf, returnOf, runSource } from "./testing/run-source.ts"
import type { Json } from "./value.ts"

describe("lists", () => {
  it("counts from 0, from the end for negative places, and gives null outside", () => {
    const inputs = { list: ["a", "b", "c"] }
    expect(evaluate("list[0]", inputs)).toBe("a")
    expect(evaluate('list["1"]', inputs)).toBe("b")
    expect(evaluate("list[-1]", inputs)).toBe("c")
    expect(evaluate("list[3]", inputs)).toBeNull()
    expect(evaluate("list[-4]", inputs)).toBeNull()
    expect(evaluate("list[1.9]", inputs)).toBe("b")
  })

  it("grows when an element at or past its end is set", () => {
    expect(returnOf("a = []\na[UBOUND(a)] = 1\na[3] = 4\na[-1] = 5\nRETURN a")).toEqual([
      1,
      null,
      null,
      5,
    ])
    expect(faultOf("a = [1]\na[-2] = 1")).toMatchObject({ code: "basic.bad_value" })
  })

  it("knows its length under every name", () => {
    const names = ["UBOUND(a)", "LEN(a)", "COUNT(a)", "a.length", "a.COUNT", "a.length()"]
    for (const name of names) expect(returnOf(`a = [1, 2]\nRETURN ${name}`)).toBe(2)
  })

  it("stands for its first row, as a result of FIND does", () => {
    const inputs: Record<string, Json> = { rows: [{ name: "Ana", count: 9 }, { name: "Bo" }] }
    expect(evaluate("rows.name", inputs)).toBe("Ana")
    expect(evaluate("rows.count", inputs)).toBe(9)
    expect(evaluate("rows.length", inputs)).toBe(2)
    expect(returnOf('rows.name = "Cy"\nRETURN rows[0].name', { inputs })).toBe("Cy")
    expect(returnOf('rows = []\nrows.name = "Cy"\nRETURN rows')).toEqual([{ name: "Cy" }])
  })

  it("are shared, not copied, when they are assigned", () => {
    expect(returnOf("a = [1]\nb = a\nb[0] = 2\nRETURN a")).toEqual([2])
  })

  it("slices with MID from 0, unlike text", () => {
    expect(evaluate("MID([1, 2, 3], 1, 2)")).toEqual([2, 3])
    expect(evaluate('MID("abc", 1, 2)')).toBe("ab")
  })
})

describe("objects", () => {
  it("tries the exact name first, then one that differs only in case", () => {
    const inputs = { r: { strMeal: 1, STRMEAL: 2, Name: "x" } }
    expect(evaluate("r.STRMEAL", inputs)).toBe(2)
    expect(evaluate("r.strMeal", inputs)).toBe(1)
    expect(evaluate("r.NAME", inputs)).toBe("x")
    expect(evaluate('r["name"]', inputs)).toBeNull()
    expect(returnOf('r.NAME = "y"\nRETURN r', { inputs })).toEqual({
      strMeal: 1,
      STRMEAL: 2,
      Name: "y",
    })
  })

  it("reads what is missing as null, also through null", () => {
    expect(evaluate("a.b.c")).toBeNull()
    expect(evaluate("a?.b?.c[1]")).toBeNull()
    expect(evaluate("a.length")).toBe(0)
  })

  it("are made on the way when a member of nothing is set", () => {
    expect(returnOf('a.b.c = 1\na.list[1] = "x"\nRETURN a')).toEqual({
      b: { c: 1 },
      list: [null, "x"],
    })
    expect(returnOf("a[0] = 1\nRETURN a")).toEqual([1])
    expect(returnOf('a["k"] = 1\nRETURN a')).toEqual({ k: 1 })
  })

  it("change in place with +=, and evaluate the key once", () => {
    const source = `calls = 0
o = {"n": [1, 2]}
o.n[one()] += 5
o.n[0] -= 1
RETURN [o.n, calls]
FUNCTION one()
  calls = calls + 1
  RETURN 1
END FUNCTION`
    expect(returnOf(source)).toEqual([[0, 7], 1])
  })

  it("say what they are when a member of something else is set", () => {
    expect(faultOf("x = 5\nx.a = 1")).toMatchObject({
      code: "basic.no_member",
      message: "a number has no member a to set.",
    })
  })

  it("hold names of the host like any other", () => {
    const source = `o = {"constructor": 1}
o.__proto__ = 2
o["toString"] = 3
p = {}
RETURN [o.__proto__, o.constructor, p.toString, p.constructor, p.__proto__, o]`
    const returned = returnOf(source)
    expect(JSON.stringify(returned)).toBe(
      '[2,1,null,null,null,{"constructor":1,"__proto__":2,"toString":3}]',
    )
    expect(({} as Record<string, unknown>).toString).toBe(Object.prototype.toString)
  })
})

describe("methods and properties", () => {
  it("are built-in functions of the value before the dot", () => {
    expect(evaluate('" a ".trim()')).toBe("a")
    expect(evaluate('" a ".trim')).toBe("a")
    expect(evaluate('"a,b".split(",")')).toEqual(["a", "b"])
    expect(returnOf("a = [1]\na.push(2)\nRETURN a")).toEqual([1, 2])
    expect(evaluate('"Hi".length')).toBe(2)
  })

  it("give way to a real member of that name", () => {
    expect(evaluate("o.length", { o: { length: "long" } })).toBe("long")
    expect(evaluate("o.length", { o: { a: 1, b: 2 } })).toBe(2)
  })

  it("say what has no such method, and give null after ?. on null", () => {
    expect(faultOf("x = [1].fly()")).toMatchObject({
      code: "basic.no_method",
      message: "a list has no method fly.",
    })
    expect(evaluate("missing?.fly()")).toBeNull()
    expect(faultOf('x = "a".trim(1, 2)')).toMatchObject({ code: "basic.argument_count" })
  })

  it("read the parts of a date", () => {
    expect(evaluate("d.year & d.month & d.day", {})).toBe("")
    const { said } = runSource('d = NOW()\nTALK d.year & "-" & d.month & " " & d.month_name')
    expect(said).toEqual(["2026-3 March"])
  })
})
