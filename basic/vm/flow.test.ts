import { describe, expect, it } from "vitest"
import { faultOf, returnOf, runSource } from "./testing/run-source.ts"

const said = (source: string) => runSource(source).said

describe("IF and SELECT", () => {
  it("takes the first branch that holds, in every form", () => {
    const source = (n: number) => `n = ${n}
IF n = 1 THEN
  TALK "one"
ELSE IF n = 2 THEN
  TALK "two"
ELSEIF n = 3 THEN
  TALK "three"
ELSE
  TALK "many"
END IF
IF n = 1 THEN TALK "first" ELSE TALK "later"
IF NOT (n = 1 OR n = 2) AND n < 4 THEN TALK "exactly three"`
    expect(said(source(1))).toEqual(["one", "first"])
    expect(said(source(2))).toEqual(["two", "later"])
    expect(said(source(3))).toEqual(["three", "later", "exactly three"])
    expect(said(source(9))).toEqual(["many", "later"])
  })

  it("takes the first case that equals the subject, numbers and numeric text alike, and falls through to none", () => {
    const source = (value: string) => `SELECT CASE ${value}
  CASE 1, "one"
    TALK "A"
  CASE "2"
    TALK "B"
  CASE 2
    TALK "never"
  CASE ELSE
    TALK "C"
END SELECT`
    expect(said(source("1"))).toEqual(["A"])
    expect(said(source('"one"'))).toEqual(["A"])
    expect(said(source("1 + 1"))).toEqual(["B"])
    expect(said(source('"ONE"'))).toEqual(["C"])
  })

  it("evaluates the subject of SELECT once", () => {
    const source = `n = 0
SELECT CASE tick()
  CASE 5
  CASE 6
END SELECT
RETURN n
FUNCTION tick()
  n = n + 1
  RETURN 6
END FUNCTION`
    expect(returnOf(source)).toBe(1)
  })
})

describe("FOR", () => {
  it("includes both ends, in either direction, and leaves when there is nothing to do", () => {
    expect(said("FOR i = 1 TO 3\nTALK i\nNEXT")).toEqual(["1", "2", "3"])
    expect(said("FOR i = 3 TO 1 STEP -1\nTALK i\nNEXT i")).toEqual(["3", "2", "1"])
    expect(said("FOR i = 3 TO 1\nTALK i\nNEXT")).toEqual([])
    expect(said('FOR i = "1" TO "2"\nTALK i\nNEXT')).toEqual(["1", "2"])
  })

  it("reaches its end with fractions too", () => {
    expect(said("FOR i = 0 TO 0.3 STEP 0.1\nTALK i\nNEXT")).toEqual(["0", "0.1", "0.2", "0.3"])
  })

  it("refuses a step of 0, which would never end", () => {
    expect(faultOf("FOR i = 1 TO 2 STEP 0\nNEXT")).toMatchObject({
      code: "basic.bad_value",
      message: 'STEP cannot use "0": any other number is expected.',
    })
  })

  it("evaluates limit and step once and lets the body change the variable", () => {
    expect(returnOf("n = 3\nFOR i = 1 TO n\nn = 9\ni = i + 1\nNEXT\nRETURN i")).toBe(5)
  })

  it("counts a parameter of a procedure as well as a variable", () => {
    const source = `RETURN sum(0)
FUNCTION sum(k)
  total = 0
  FOR k = 1 TO 4
    total = total + k
  NEXT
  RETURN total
END FUNCTION`
    expect(returnOf(source)).toBe(10)
  })
})

describe("FOR EACH", () => {
  it("goes through a list that is evaluated once, elements of objects shared", () => {
    const source = `list = [{"a": 1}, {"a": 2}]
FOR EACH item IN list
  item.a = item.a * 10
  list = NULL
NEXT
RETURN item.a`
    expect(returnOf(source)).toBe(20)
  })

  it("takes null and empty text for no element, any other single value for one", () => {
    const source = (value: string) => `FOR EACH x IN ${value}\nTALK x\nEND FOR`
    expect(said(source("NULL"))).toEqual([])
    expect(said(source("missing"))).toEqual([])
    expect(said(source('{"a": 1}'))).toEqual(['{"a":1}'])
    expect(said(source('"text"'))).toEqual(["text"])
    expect(said(source("7"))).toEqual(["7"])
  })

  it("sees as many elements as there were when it began", () => {
    const source = `list = [1, 2]
FOR EACH x IN list
  list[UBOUND(list)] = x
NEXT
RETURN list`
    expect(returnOf(source)).toEqual([1, 2, 1, 2])
  })
})

describe("WHILE and DO", () => {
  it("tests where the condition stands", () => {
    expect(returnOf("n = 5\nWHILE n < 5\nn = n + 1\nWEND\nRETURN n")).toBe(5)
    expect(returnOf("n = 5\nDO WHILE n < 8\nn = n + 1\nLOOP\nRETURN n")).toBe(8)
    expect(returnOf("n = 5\nDO UNTIL n >= 8\nn = n + 1\nLOOP\nRETURN n")).toBe(8)
    expect(returnOf("n = 5\nDO\nn = n + 1\nLOOP WHILE n < 5\nRETURN n")).toBe(6)
    expect(returnOf("n = 5\nDO\nn = n + 1\nLOOP UNTIL n > 8\nRETURN n")).toBe(9)
    expect(returnOf("n = 0\nDO\nn = n + 1\nIF n = 4 THEN EXIT DO\nLOOP\nRETURN n")).toBe(4)
  })

  it("leaves and continues the loop that is named, else the innermost", () => {
    const source = `out = ""
FOR i = 1 TO 3
  WHILE TRUE
    IF i = 2 THEN CONTINUE FOR
    out = out + i
    EXIT WHILE
  WEND
  IF i = 3 THEN BREAK
  out = out + ","
NEXT
RETURN out`
    expect(returnOf(source)).toBe("1,3")
  })
})

describe("GOTO and GOSUB", () => {
  it("goes out of loops as often as it likes", () => {
    const source = `n = 0
again:
n = n + 1
FOR EACH x IN [1, 2, 3]
  FOR i = 1 TO 3
    IF n < 500 THEN GOTO again
  NEXT
NEXT
RETURN n`
    expect(returnOf(source)).toBe(500)
  })

  it("comes back from GOSUB with RETURN, also from one inside another", () => {
    const source = `TALK "1"
GOSUB first
TALK "4"
RETURN "end"
first:
TALK "2"
GOSUB second
RETURN
second:
TALK "3"
RETURN`
    expect(said(source)).toEqual(["1", "2", "3", "4"])
    expect(returnOf(source)).toBe("end")
  })

  it("ends the script with RETURN when no GOSUB is open, and with a value in any case", () => {
    expect(said('TALK "a"\nRETURN\nTALK "b"')).toEqual(["a"])
    expect(returnOf("GOSUB inside\nRETURN 1\ninside:\nRETURN 2")).toBe(2)
  })

  it("keeps a GOSUB of a procedure apart from those of its caller", () => {
    const source = `GOSUB main
RETURN "back"
main:
CALL work()
RETURN
SUB work()
  GOSUB inner
  EXIT SUB
  inner:
END SUB`
    expect(returnOf(source)).toBe("back")
  })
})

describe("procedures", () => {
  it("keeps parameters to themselves and shares every other name", () => {
    const source = `n = 1
total = 0
CALL addTwice(5)
RETURN [n, total]
SUB addTwice(n)
  n = n * 2
  total = total + n
END SUB`
    expect(returnOf(source)).toEqual([1, 10])
  })

  it("gives each level of a recursion its own parameters and loops", () => {
    const source = `RETURN [fact(10), tree(3)]
FUNCTION fact(n)
  IF n <= 1 THEN RETURN 1
  RETURN n * fact(n - 1)
END FUNCTION
FUNCTION tree(depth)
  IF depth = 0 THEN RETURN "."
  RETURN branches(depth, "")
END FUNCTION
FUNCTION branches(depth, text)
  FOR EACH side IN ["l", "r"]
    text = text + side + tree(depth - 1)
  NEXT
  RETURN text
END FUNCTION`
    expect(returnOf(source)).toEqual([
      3628800,
      "ll.r.rl.r.".length === 10 ? expect.any(String) : "",
    ])
  })

  it("reads missing arguments as null, drops those too many, and ignores case", () => {
    const source = `RETURN [PAIR(1), pair(1, 2, 3), Pair()]
FUNCTION pair(a, b)
  RETURN a & "/" & b
END FUNCTION`
    expect(returnOf(source)).toEqual(["1/", "1/2", "/"])
  })

  it("calls SUBs with and without CALL, and drops what they return", () => {
    const source = `CALL hello("a")
hello("b")
SUB hello(x)
  TALK x
  IF x = "a" THEN EXIT SUB
  TALK "more"
END SUB`
    expect(said(source)).toEqual(["a", "b", "more"])
  })

  it("ends the whole script with EXIT, wherever it stands", () => {
    expect(said('CALL a()\nTALK "no"\nSUB a()\nTALK "yes"\nEXIT\nEND SUB')).toEqual(["yes"])
  })

  it("makes an object of RETURN WITH and of WITH", () => {
    expect(returnOf('n = 2\nRETURN WITH a AS n, b AS "x"')).toEqual({ a: 2, b: "x" })
    expect(returnOf('a = 1\nWITH box\na = a\n.b = "x"\nEND WITH\nRETURN box')).toEqual({
      a: 1,
      b: "x",
    })
  })
})
