import { describe, expect, it } from "vitest"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { pretendUnknown } from "./pretend-unknown.ts"
import { openPreview } from "./preview.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { Preview } from "./preview-shapes.ts"

const open = (source: string, options: PreviewOptions = {}): Preview => {
  const { program, diagnostics } = parse(source)
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
  const preview = openPreview(compile(program, undefined, source), options)
  preview.start()
  return preview
}

/** The transcript as lines: `bot: ...`, `you: ...`, with buttons in brackets. */
const lines = (preview: Preview): string[] =>
  preview.events.map((event) => {
    if (event.kind === "end") return "end"
    const buttons =
      event.kind === "bot" && event.choices
        ? ` [${event.choices.map(({ label }) => label).join("|")}]`
        : ""
    return `${event.kind}: ${event.kind === "fault" ? event.message : event.text}${buttons}`
  })

describe("a previewed conversation", () => {
  it("says, asks, refuses, and goes on with the answer", () => {
    const preview = open(
      'TALK "Hi"\nHEAR mail AS EMAIL WITH "Your address?"\nTALK "Thanks, " + mail\nRETURN mail',
    )
    expect(preview.waiting).toMatchObject({ kind: "email", id: "wait_1" })
    preview.send({ text: "nope" })
    expect(preview.waiting?.id).toBe("wait_1")
    preview.send({ text: "Ana@Example.org" })
    expect(lines(preview)).toEqual([
      "bot: Hi",
      "bot: Your address?",
      "you: nope",
      "bot: Please write an e-mail address, such as ana@example.com.",
      "you: Ana@Example.org",
      "bot: Thanks, ana@example.org",
      "end",
    ])
    expect(preview.events.at(-1)).toEqual({ kind: "end", value: "ana@example.org" })
    expect(preview.status).toBe("ended")
    expect(preview.variables).toEqual([{ name: "mail", value: "ana@example.org" }])
  })

  it("puts the choices of a menu under the question and takes a button by its value", () => {
    const preview = open('HEAR team AS "Sales", "Support" WITH "Which?"\nTALK "To " + team')
    expect(lines(preview)).toEqual(["bot: Which? [Sales|Support]"])
    expect(preview.waiting).toMatchObject({ kind: "menu", choices: [{ label: "Sales" }, {}] })
    preview.send({ choice: "Support" })
    expect(lines(preview).slice(1)).toEqual(["you: Support", "bot: To Support", "end"])
  })

  it("keeps suggestions until they are cleared and lets any other text pass", () => {
    const preview = open(
      'ADD SUGGESTION "Hours", "when"\nTALK "Ask me"\nHEAR a\nCLEAR SUGGESTIONS\nTALK a\nHEAR b',
    )
    expect(lines(preview)[1]).toBe("bot: Ask me [Hours]")
    expect(preview.waiting).toMatchObject({ kind: "text", acceptsOther: true })
    preview.send({ choice: "when" })
    expect(lines(preview).slice(2)).toEqual([
      "you: Hours",
      "effect: The buttons are removed.",
      "bot: when",
    ])
  })

  it("begins anew with the next message after the end, and that message is no answer to a greeting", () => {
    const preview = open('TALK "Hi"\nHEAR x\nTALK x')
    preview.send({ text: "a" })
    preview.send({ text: "b" })
    expect(lines(preview).slice(3)).toEqual(["end", "you: b", "bot: Hi"])
    expect(preview.status).toBe("waiting")
  })

  it("gives the message that begins a silent script to its first HEAR", () => {
    const { program } = parse("HEAR x\nTALK x")
    const preview = openPreview(compile(program))
    expect(preview.status).toBe("new")
    preview.send({ text: "hello" })
    expect(lines(preview)).toEqual(["you: hello", "bot: hello", "end"])
  })

  it("masks what answers a question for a password", () => {
    const preview = open('HEAR p AS PASSWORD WITH "Password?"')
    preview.send({ text: "12345678" })
    expect(JSON.stringify(preview.events)).not.toContain("12345678")
  })

  it("is the same every time", () => {
    const play = () => {
      const preview = open("TALK RANDOM(1, 1000000)\nTALK NOW()\nTALK GUID()\nHEAR x\nTALK RND()")
      preview.send({ text: "a" })
      return preview.events
    }
    expect(play()).toEqual(play())
    expect(play()[1]).toMatchObject({ text: "2025-01-06 09:00:00" })
  })
})

describe("time", () => {
  it("passes only when it is skipped, and ends a pause", () => {
    const preview = open('TALK "a"\nWAIT 90\nTALK NOW()')
    expect(preview.waiting).toMatchObject({ kind: "time", until: "2025-01-06T09:01:30Z" })
    preview.skipTime(89)
    expect(preview.status).toBe("waiting")
    preview.skipTime(1)
    expect(lines(preview)).toEqual(["bot: a", "bot: 2025-01-06 09:01:30", "end"])
  })

  it("keeps what is written during a pause for the next HEAR", () => {
    const preview = open("WAIT 5\nHEAR x AS INTEGER\nTALK x + 1")
    preview.send({ text: "no" })
    preview.send({ text: "4" })
    preview.skipTime(5)
    expect(lines(preview)).toEqual([
      "you: no",
      "you: 4",
      "bot: Please write a whole number, such as 5.",
      "bot: 5",
      "end",
    ])
  })

  it("ends a HEAR at its limit, which a refused answer does not move", () => {
    const preview = open(
      'HEAR x AS EMAIL TIMEOUT 60 GOTO late\nTALK "got " + x\nEXIT\nlate:\nTALK "too late"',
    )
    preview.skipTime(40)
    preview.send({ text: "x" })
    preview.skipTime(20)
    expect(lines(preview).slice(2)).toEqual(["bot: too late", "end"])
  })

  it("goes to ON SILENCE once until somebody speaks again", () => {
    const preview = open(
      'ON SILENCE 30 GOTO quiet\nask:\nHEAR x WITH "Q?"\nGOTO ask\nquiet:\nTALK "Still there?"\nHEAR y\nGOTO ask',
    )
    preview.skipTime(100)
    expect(lines(preview)).toEqual(["bot: Q?", "bot: Still there?"])
    preview.send({ text: "yes" })
    preview.skipTime(30)
    expect(lines(preview).slice(2)).toEqual(["you: yes", "bot: Q?", "bot: Still there?"])
  })

  it("ends a loop of pauses that is skipped too far", () => {
    const preview = open("again:\nWAIT 1\nGOTO again")
    preview.skipTime(1e9)
    expect(preview.status).toBe("waiting")
  })
})

describe("ON MESSAGE", () => {
  const source =
    'ON MESSAGE "menu", "stop" GOTO top\ntop:\nTALK "Top"\nHEAR a AS "x", "menu"\nTALK a\nWAIT 10\nTALK "late"'

  it("takes its words while a question or a pause waits", () => {
    const preview = open(source)
    preview.send({ text: " MENU " })
    expect(lines(preview).slice(1)).toEqual(["you:  MENU ", "bot: Top [x|menu]"])
    preview.send({ text: "x" })
    preview.send({ text: "stop" })
    expect(lines(preview).at(-1)).toBe("bot: Top [x|menu]")
  })

  it("leaves a button of the open menu to the menu", () => {
    const preview = open(source)
    preview.send({ choice: "menu" })
    expect(lines(preview).slice(1)).toEqual(["you: menu", "bot: menu"])
  })
})

describe("what lies outside", () => {
  it("is remembered for as long as it says", () => {
    const preview = open(
      'SET BOT MEMORY "n", 1\nSET SESSION "s", [1]\nREMEMBER "k", "v", "2 minutes"\nTALK GET BOT MEMORY("n") + " " + (RECALL "k") + (GET "session.s")\nWAIT 121\nk = RECALL "k"\nTALK "k=" + k',
      { memory: { user: { old: true } } },
    )
    preview.skipTime(121)
    expect(lines(preview).filter((line) => line.startsWith("bot"))).toEqual([
      "bot: 1 v[1]",
      "bot: k=",
    ])
    expect(preview.memory).toEqual({
      bot: [{ key: "n", value: 1 }],
      user: [{ key: "old", value: true }],
      session: [{ key: "s", value: [1] }],
    })
  })

  it("answers requests as it was told, with the headers and body that were set", () => {
    const seen: unknown[] = []
    const preview = open(
      'SET HEADER "X-A", "1"\nr = POST "https://example.org/a", { "n": 1 }\nTALK r.ok\nx = GET "https://example.org/b"\nTALK x.pretend',
      {
        http: (request) => {
          seen.push(request)
          return request.method === "POST" ? { body: { ok: "yes" } } : null
        },
      },
    )
    expect(seen[0]).toEqual({
      method: "POST",
      url: "https://example.org/a",
      headers: { "X-A": "1" },
      body: { n: 1 },
    })
    expect(lines(preview).filter((line) => line.startsWith("bot"))).toEqual([
      "bot: yes",
      "bot: true",
    ])
  })

  it("fails as a published bot does where the reply is an error", () => {
    const options: PreviewOptions = { http: () => ({ status: 503, body: null }) }
    const caught = open(
      'x = GET "https://example.org" ELSE GOTO broken\nTALK "fine"\nEXIT\nbroken:\nTALK "down"',
      options,
    )
    expect(lines(caught).slice(1)).toEqual(["bot: down", "end"])
    const preview = open('x = GET "https://example.org"\nTALK "fine"', options)
    expect(preview.events.at(-1)).toEqual({
      kind: "fault",
      code: "http.answered_with_error",
      message: "GET https://example.org was answered with status 503.",
      stepId: "0",
      line: 1,
    })
  })

  it("speaks the language that SET LANGUAGE chose", () => {
    const preview = open('SET LANGUAGE "pt"\nHEAR x AS BOOLEAN')
    preview.send({ text: "?" })
    expect(lines(preview).at(-1)).toBe("bot: Responda sim ou não.")
  })

  it("lets a script be tried before its keywords exist", () => {
    const { program } = parse(
      'IF LEN("a") > 0 THEN\n  rows = PAINT WALL "t", "a=1"\nEND IF\nTALK "n=" + rows',
    )
    const preview = openPreview(compile(pretendUnknown(program)))
    preview.start()
    expect(lines(preview)).toEqual([
      "effect: PAINT WALL is not available; the line was skipped.",
      "bot: n=",
      "end",
    ])
    expect(preview.path).toEqual(["0", "0.yes.0", "1"])
    const { program: known } = parse('TALK "a"')
    expect(pretendUnknown(known)).toBe(known)
  })

  it("writes PRINT to the log", () => {
    expect(lines(open('PRINT "a" + 1'))).toEqual(["log: a1", "end"])
  })

  it("reads variables that were given", () => {
    expect(lines(open("TALK who", { inputs: { who: "Ana" } }))).toEqual(["bot: Ana", "end"])
  })
})

describe("faults", () => {
  it.each<[string, string]>([
    ["x = 1 / 0", "basic.division_by_zero"],
    ["WAIT -1", "basic.out_of_range"],
    ['WAIT "soon"', "basic.not_a_number"],
    ['THROW "broken"', "basic.thrown"],
    ["again:\nGOTO again", "basic.instruction_limit"],
    ['x = "a"\nagain:\nx = x + x\nGOTO again', "basic.text_limit"],
    ["SUB f\nCALL f\nEND SUB\nCALL f", "basic.call_depth"],
    ['again:\nTALK "a"\nGOTO again', "engine.too_many_messages"],
    ["x = [1]\nx.PUSH(x)\nTALK x", "basic.nested_too_deep"],
    ["x = [1]\nx.PUSH(x)\nSET BOT MEMORY x, x", "basic.nested_too_deep"],
    ["x = [1]\nx.PUSH(x)\nHEAR y WITH x DEFAULT x", "basic.nested_too_deep"],
    ["FROBNICATE THE THING", "basic.unknown_keyword"],
    ['REMEMBER "k", 1, "soon"', "basic.bad_value"],
  ])("%j ends with %s at its step", (source, code) => {
    const preview = open(source)
    expect(preview.events.at(-1)).toMatchObject({ kind: "fault", code })
    expect(preview.status).toBe("ended")
    expect(preview.waiting).toBeNull()
    preview.skipTime(10)
    preview.send({ text: "again" })
    expect(preview.events.at(-1)).toMatchObject({ kind: "fault", code })
  })
})

describe("the path", () => {
  it("lists the steps that were taken, also those that only compute", () => {
    const preview = open(
      'x = 2\nIF x > 1 THEN\n  TALK "more"\nELSE\n  TALK "less"\nEND IF\nHEAR y\nTALK y',
    )
    expect(preview.path).toEqual(["0", "1", "1.yes.0", "2"])
    expect(preview.waitingStepId).toBe("2")
    preview.send({ text: "a" })
    expect(preview.path).toEqual(["0", "1", "1.yes.0", "2", "3"])
  })
})
