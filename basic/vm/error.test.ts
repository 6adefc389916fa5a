import { describe, expect, it } from "vitest"
import { faultOf, returnOf, runSource } from "./testing/run-source.ts"

const failing = () => ({ kind: "failed", code: "http.refused", message: "It refused." }) as const

describe("an error that nothing takes", () => {
  it("ends the script with code, sentence, line and step", () => {
    const { outcome, state } = runSource('TALK "a"\nIF TRUE THEN\n  x = 1 / 0\nEND IF\nTALK "b"')
    expect(outcome).toEqual({
      kind: "fault",
      fault: {
        code: "basic.division_by_zero",
        message: "A number is divided by zero.",
        line: 3,
        step: expect.any(Number),
      },
    })
    const step = outcome.kind === "fault" ? outcome.fault.step : -1
    expect(state.program.bundle.debug.steps[step]).toBe("1.yes.0")
  })

  it("names the line of a loop's own condition, not of its body", () => {
    expect(faultOf("n = 0\nWHILE 1 / n > 0\n  n = 5\nWEND").line).toBe(2)
    expect(faultOf("n = 2\nDO\n  n = n - 1\nLOOP WHILE 1 / n > 0").line).toBe(2)
  })

  it("is raised by THROW and ASSERT with their own words", () => {
    expect(faultOf('THROW "Closed " + 1')).toMatchObject({
      code: "basic.thrown",
      message: "Closed 1",
    })
    expect(faultOf('ASSERT 1 = 2, "Bad total"')).toMatchObject({
      code: "basic.assertion",
      message: "Bad total",
    })
    expect(returnOf('ASSERT 1 = 1, "Bad total"\nRETURN 1')).toBe(1)
  })

  it("is raised by what nobody knows, naming it, and only when it is reached", () => {
    expect(faultOf("FROBNICATE THE WIDGET").message).toContain("FROBNICATE")
    expect(returnOf("IF FALSE THEN\nFROBNICATE THE WIDGET\nEND IF\nRETURN 1")).toBe(1)
  })

  it("is none where a function that nothing defines is called: it gives null, and its arguments are worked out", () => {
    expect(returnOf('x = NOT_THERE(1)\nRETURN x IS NULL AND NOT_THERE("a") + "b" = "b"')).toBe(true)
    expect(faultOf("x = NOT_THERE(1 / 0)").code).toBe("basic.division_by_zero")
  })

  it("comes from a failed effect with the words of the host", () => {
    const source = 'x = GET "https://example.org"'
    expect(faultOf(source, { answer: failing })).toMatchObject({
      code: "http.refused",
      message: "It refused.",
      line: 1,
    })
  })
})

describe("ON ERROR RESUME NEXT", () => {
  it("skips the failing statement, whole, and keeps the error", () => {
    const source = `ON ERROR RESUME NEXT
x = 1
x = 1 / 0
TALK x & ERROR MESSAGE & ERR
IF 1 / 0 THEN
  TALK "inside"
END IF
FOR i = 1 TO "x"
  TALK "inside"
NEXT
WHILE 1 / 0
  TALK "inside"
WEND
IF ERROR = TRUE THEN TALK "there was one"
CLEAR ERROR
IF NOT (ERROR) THEN TALK "cleared" & ERR`
    expect(runSource(source).said).toEqual([
      "1A number is divided by zero.11",
      "there was one",
      "cleared0",
    ])
  })

  it("skips only the statement inside a block", () => {
    const source = `ON ERROR RESUME NEXT
FOR i = 1 TO 2
  x = 1 / 0
  TALK i
NEXT`
    expect(runSource(source).said).toEqual(["1", "2"])
  })

  it("goes on after the call when a procedure without a handler of its own fails", () => {
    const source = `ON ERROR RESUME NEXT
CALL work()
TALK "after"
SUB work()
  TALK "before"
  x = 1 / 0
  TALK "never"
END SUB`
    expect(runSource(source).said).toEqual(["before", "after"])
  })

  it("ends with ON ERROR GOTO 0", () => {
    expect(faultOf("ON ERROR RESUME NEXT\nx = 1 / 0\nON ERROR GOTO 0\ny = 1 / 0").line).toBe(4)
  })
})

describe("ON ERROR GOTO", () => {
  it("leads to the label out of loops and procedures, with nothing left behind", () => {
    const source = `ON ERROR GOTO oops
FOR EACH x IN [1, 2]
  y = [x, 5 + work(x)]
NEXT
RETURN "no"
oops:
RETURN ERROR MESSAGE
FUNCTION work(x)
  RETURN x + 1 / 0
END FUNCTION`
    expect(returnOf(source)).toBe("A number is divided by zero.")
  })

  it("does not take an error in the handler itself, so nothing goes in circles", () => {
    const source = `ON ERROR GOTO oops
x = 1 / 0
oops:
TALK "once"
y = 1 / 0`
    const { said, outcome } = runSource(source)
    expect(said).toEqual(["once"])
    expect(outcome).toMatchObject({ kind: "fault", fault: { line: 5 } })
  })

  it("takes the next error again once the handler has gone on elsewhere", () => {
    const source = `tries = 0
ON ERROR GOTO oops
again:
tries = tries + 1
x = 1 / (tries - 3)
RETURN tries
oops:
GOTO again`
    expect(returnOf(source.replace("tries - 3", "tries MOD 4"))).toBe(1)
    expect(returnOf(source.replace("x = 1 / (tries - 3)", "IF tries < 3 THEN x = 1 / 0"))).toBe(3)
  })

  it("belongs to the procedure that set it", () => {
    const source = `CALL safe()
x = 1 / 0
SUB safe()
  ON ERROR GOTO oops
  y = 1 / 0
  EXIT SUB
  oops:
  TALK "taken"
END SUB`
    const { said, outcome } = runSource(source)
    expect(said).toEqual(["taken"])
    expect(outcome).toMatchObject({ kind: "fault", fault: { line: 2 } })
  })
})

describe("ELSE GOTO", () => {
  it("leads a failed command, assignment or call to its label and nothing else", () => {
    const source = `x = GET "https://example.org" ELSE GOTO down
RETURN "up"
down:
SET BOT MEMORY "k", 1 ELSE GOTO lost
RETURN "kept"
lost:
RETURN ERROR MESSAGE`
    expect(returnOf(source)).toBe("up")
    expect(returnOf(source, { answer: failing })).toBe("It refused.")
    const onlyGet = ({ keyword }: { keyword: string }) => (keyword === "GET" ? failing() : null)
    expect(returnOf(source, { answer: onlyGet })).toBe("kept")
  })

  it("comes before ON ERROR", () => {
    const source = `ON ERROR GOTO general
x = GET "https://example.org" ELSE GOTO special
general:
RETURN "general"
special:
RETURN "special"`
    expect(returnOf(source, { answer: failing })).toBe("special")
  })
})
