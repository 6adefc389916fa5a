import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parse } from "../parser/parse.ts"
import { programs } from "../tests/generate/arbitrary.ts"
import { compile } from "./compile.ts"
import { disassemble } from "./disassemble.ts"
import { findOpcode, opcodes } from "./opcodes.ts"
import { BundleError, verify } from "./verify.ts"

const compileText = (source: string) => compile(parse(source).program, undefined, source)
const listing = (source: string) => disassemble(compileText(source))

describe("compiling", () => {
  it("makes code whose every path fits its stack, for any program", () => {
    fc.assert(
      fc.property(programs(300), (tree) => {
        const bundle = compile(tree)
        const { depths } = verify(bundle)
        for (const at of bundle.debug.at.slice(0, -1)) expect(depths[at]).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it("gives the same bundle for the same program, whatever its spans", () => {
    fc.assert(
      fc.property(programs(150), (tree) => {
        expect(compile({ ...tree, span: { start: 5, end: 9 } })).toEqual(compile(tree))
      }),
    )
  })

  it("never refuses a program, not even one of broken lines", () => {
    const source = "IF x\nFOO BAR BAZ\nx = = 2\nGOTO nowhere\nEXIT FOR\nCONTINUE\nRETURN"
    expect(() => verify(compileText(source))).not.toThrow()
  })

  it("counts names as one without regard to case and a final $", () => {
    expect(compileText("Name$ = 1\nNAME = name + 1").variables).toEqual(["Name$"])
  })

  it("writes a loop without a wasted instruction", () => {
    expect(
      listing("s = 0\nFOR i = 1 TO 9\n  s = (s + i) MOD 7\nNEXT"),
    ).toBe(`main (parameters 0, slots 2)
  ; 0 line 1
   0  PUSH_INT 0
   2  STORE_GLOBAL s
  ; 1 line 2
   4  PUSH_INT 1
   6  PUSH_INT 9
   8  PUSH_INT 1
  10  FOR_START_GLOBAL i #0 ->26
  ; 1.body.0 line 3
  14  LOAD_GLOBAL s
  16  ADD_GLOBAL i
  18  MODULO_INT 7
  20  STORE_GLOBAL s
  ; 1 line 2
  22  FOR_NEXT_GLOBAL i #0 ->14
  26  RETURN_NULL
`)
  })

  it("writes conditions as jumps, and shares the slots of loops that follow each other", () => {
    const source = `FOR EACH x IN a
  IF x = 1 OR NOT (x < 3 AND y) THEN EXIT FOR
NEXT
FOR EACH x IN b
NEXT`
    expect(listing(source)).toBe(`main (parameters 0, slots 3)
  ; 0 line 1
   0  LOAD_GLOBAL a
   2  EACH_START #0
   4  EACH_NEXT #0 ->29
   7  STORE_GLOBAL x
  ; 0.body.0 line 2
   9  LOAD_GLOBAL x
  11  PUSH_INT 1
  13  UNLESS_NOT_EQUAL ->25
  15  LOAD_GLOBAL x
  17  PUSH_INT 3
  19  UNLESS_LESS ->25
  21  LOAD_GLOBAL y
  23  JUMP_IF_TRUE ->27
  ; 0.body.0.yes.0 line 2
  25  JUMP ->29
  ; 0 line 1
  27  JUMP ->4
  ; 1 line 4
  29  LOAD_GLOBAL b
  31  EACH_START #0
  33  EACH_NEXT #0 ->40
  36  STORE_GLOBAL x
  38  JUMP ->33
  40  RETURN_NULL
`)
  })

  it("writes HEAR, outlets and handlers with their targets", () => {
    const source = `ON MESSAGE "stop" GOTO out
ON SILENCE 60 GOTO out
HEAR name AS NAME WITH "Who?" TIMEOUT 30 GOTO out
x = GET "https://example.org/" + name ELSE GOTO out
out:
TALK x`
    expect(listing(source)).toBe(`main (parameters 0, slots 0)
  ; 2 line 3
   0  PUSH_CONST "NAME"
   2  NEW_LIST 0
   4  PUSH_FALSE
   5  PUSH_CONST "Who?"
   7  PUSH_NULL
   8  PUSH_INT 30
  10  HEAR HEAR(type, options, acceptsOther, prompt, fallback, timeoutSeconds) ->23
  13  STORE_GLOBAL name
  ; 3 line 4
  15  PUSH_CONST "https://example.org/"
  17  ADD_GLOBAL name
  19  EFFECT GET(url)
  21  STORE_GLOBAL x
  ; 5 line 6
  23  LOAD_GLOBAL x
  25  EFFECT TALK(text)
  27  POP
  28  RETURN_NULL
on message ["stop"] ->23
on silence 60 ->23
on failure 15..23 ->23
`)
  })

  it("names steps as it is told to", () => {
    const bundle = compile(parse("x = 1\ny = 2").program, (statement) => statement.kind)
    expect(bundle.debug.steps).toEqual(["AssignStatement", "AssignStatement"])
    expect(bundle.debug.lines).toEqual([0, 0])
  })
})

describe("the table of instructions", () => {
  it("draws for each instruction the stack that it counts", () => {
    for (const opcode of opcodes) {
      const [takes = "", leaves = ""] = opcode.stack.split("->").map((side) => side.trim())
      const count = (side: string) => side.split(" ").filter((word) => word !== "").length
      if (/\.\.|\||operands/.test(opcode.stack)) continue
      expect([opcode.name, count(takes), count(leaves)]).toEqual([
        opcode.name,
        opcode.pops,
        opcode.pushes,
      ])
    }
  })
})

describe("verifying", () => {
  const good = compileText("x = 1\nIF x THEN\nTALK [x, 2]\nEND IF\nCALL p(1)\nSUB p(a)\nEND SUB")

  it("accepts what the compiler writes", () => {
    expect(() => verify(good)).not.toThrow()
  })

  it("refuses code with any operand or opcode out of its range, or says nothing that could crash", () => {
    fc.assert(
      fc.property(fc.nat(good.code.length - 1), fc.integer({ min: -3, max: 2000 }), (at, value) => {
        const code = good.code.map((number, index) => (index === at ? value : number))
        try {
          const { depths } = verify({ ...good, code })
          for (const [index, depth] of depths.entries())
            if (depth >= 0) expect(findOpcode(code[index] ?? -1)).toBeDefined()
        } catch (error) {
          expect(error).toBeInstanceOf(BundleError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
