import { describe, expect, test } from "vitest"
import { compile, link, listStatements, parse, runSavedTests } from "#basic"
import { explain } from "./explain.ts"
import { recordTest } from "./record-test.ts"
import {
  type DebugAct,
  type DebugGoal,
  type DebugSession,
  emptySession,
  runSession,
  suggestAnswer,
} from "./session.ts"
import { listVariables, toTree } from "./variable-tree.ts"

const shop = `TALK "Hello"
HEAR name WITH "Your name?"
score = 0
FOR i = 1 TO 3
  score = score + bonus(i)
NEXT
IF score > 5 THEN
  TALK "Gold, \${name}: \${score}"
ELSE
  TALK "Silver, \${name}: \${score}"
END IF
price = GET "https://shop.example/price"
TALK "It costs \${price}"
HEAR size AS "Small", "Large"
TALK "You chose \${size}"

FUNCTION bonus(n)
  twice = n * 2
  RETURN twice
END FUNCTION
`
const bundle = link([{ name: "start", source: shop, program: parse(shop).program }])
const say = (text: string): DebugAct => ({ kind: "say", text })
const withActs = (...acts: DebugAct[]): DebugSession => ({ ...emptySession, acts })
const start = (session: DebugSession, goal: DebugGoal = { kind: "end" }, breakpoints?: string[]) =>
  runSession(bundle, session, goal, breakpoints ? { breakpoints: new Set(breakpoints) } : {})
const saidIn = (run: ReturnType<typeof start>) =>
  run.preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))
const shownOf = (run: ReturnType<typeof start>, name: string) => {
  const found = run.state && listVariables(run.state).find((each) => each.name === name)
  return found?.value.kind === "plain" ? found.value.text : found?.value.kind
}

describe("a debugged conversation", () => {
  test("stops before a step with a breakpoint, with the variables as they are there, and goes on from it", () => {
    const session = withActs(say("Ana"))
    const paused = start(session, { kind: "next", after: -1, how: "run", depth: 0 }, ["4"])
    expect(paused.pause).toMatchObject({ stepId: "4", line: 7, depth: 0 })
    expect([shownOf(paused, "score"), shownOf(paused, "name")]).toEqual(["12", "Ana"])
    expect(saidIn(paused)).toEqual(["Hello", "Your name?"])
    const after = paused.pause?.moment ?? 0
    const on = start(session, { kind: "next", after, how: "run", depth: 0 }, ["4"])
    expect(on.pause).toBeNull()
    expect(saidIn(on)).toContain("Gold, Ana: 12")
  })

  test("goes over a call, into it, out of it, and back again", () => {
    const session = withActs(say("Ana"))
    const at = start(session, { kind: "next", after: -1, how: "run", depth: 0 }, ["3.body.0"])
    const { moment: after = 0, depth = 0 } = at.pause ?? {}
    const into = start(session, { kind: "next", after, how: "into", depth })
    expect(into.pause?.stepId).toBe("9.body.0")
    expect(into.pause?.depth).toBeGreaterThan(depth)
    const over = start(session, { kind: "next", after, how: "over", depth })
    expect([over.pause?.stepId, shownOf(over, "score")]).toEqual(["3.body.0", "2"])
    const inside = into.pause ?? { moment: 0, depth: 0 }
    const out = start(session, {
      kind: "next",
      after: inside.moment,
      how: "out",
      depth: inside.depth,
    })
    expect(out.pause?.moment).toBe(over.pause?.moment)
    const back = start(session, { kind: "at", moment: inside.moment })
    expect(back.pause).toMatchObject({ stepId: "9.body.0", moment: inside.moment })
  })

  test("takes a variable's new value at the moment it was changed, and when the bot waits", () => {
    const session = withActs(say("Ana"))
    const at = start(session, { kind: "next", after: -1, how: "run", depth: 0 }, ["4"])
    const edit = {
      moment: at.pause?.moment ?? 0,
      place: { name: "score", keys: [] },
      value: { type: "number", text: "3" } as const,
    }
    expect(saidIn(start({ ...session, edits: [edit] }))).toContain("Silver, Ana: 3")
    const set: DebugAct = {
      kind: "set",
      place: { name: "name", keys: [] },
      value: { type: "text", text: "Zoë" },
    }
    const renamed = start(withActs(say("Ana"), set))
    expect(shownOf(renamed, "name")).toBe("Zoë")
  })

  test("stops where an effect is to be answered by hand, offers what would be pretended, and takes the answer", () => {
    const asking = { ...withActs(say("Ana")), rules: { connect: "ask" } as const }
    const paused = start(asking)
    const effect = paused.pause?.effect
    expect(effect).toMatchObject({ number: 0, keyword: "GET" })
    if (!effect) throw new Error("nothing is asked")
    expect(suggestAnswer(bundle, asking, effect, {})).toMatchObject({ value: { method: "GET" } })
    const answered = start({ ...asking, answers: new Map([[0, { value: 7 }]]) })
    expect(saidIn(answered)).toContain("It costs 7")
  })

  test("has bad days: a service that fails, refuses, or is slow", () => {
    const on = (mode: "error" | "refused" | "slow") =>
      start({ ...withActs(say("Ana")), rules: { connect: mode } })
    const faultOf = (run: ReturnType<typeof start>) =>
      run.preview.events.find((event) => event.kind === "fault")
    expect(faultOf(on("error"))).toMatchObject({ message: expect.stringContaining("503") })
    expect(faultOf(on("refused"))).toMatchObject({ message: expect.stringContaining("403") })
    const slow = on("slow").preview.nowMs - start(withActs(say("Ana"))).preview.nowMs
    expect(slow).toBe(20_000)
  })

  test("says why: the decision, the values it looked at, and the answer it began with", () => {
    const session = withActs(say("Ana"))
    const run = start(session)
    const event = run.preview.events.findIndex(
      (each) => each.kind === "bot" && each.text.startsWith("Gold"),
    )
    const statements = new Map(
      listStatements(parse(shop).program).map(({ path, statement }) => [path, statement]),
    )
    const findStatement = (id: string) => {
      const statement = statements.get(id)
      return statement ? { statement, source: shop } : null
    }
    const why = explain({ bundle, session, options: {}, run, findStatement }, event)
    expect(why?.reasons).toEqual([
      {
        stepId: "4",
        moment: expect.any(Number),
        text: "score > 5",
        outcome: "yes",
        values: [{ name: "score", value: 12 }],
      },
    ])
    expect(why).toMatchObject({ stepId: "4.yes.0", line: 8 })
    expect(why?.values).toEqual([
      { name: "name", value: "Ana" },
      { name: "score", value: 12 },
    ])
    expect(run.preview.events[why?.saidEvent ?? -1]).toMatchObject({ kind: "you", text: "Ana" })
  })

  test("leaves no mark on the way that was not taken", () => {
    const source =
      'HEAR n AS INTEGER\nIF n > 4 THEN\n  TALK "large"\nELSE\n  TALK "small"\nEND IF\n'
    const run = runSession(compile(parse(source).program), withActs(say("6")), { kind: "end" })
    expect(run.preview.path).toEqual(["0", "1", "1.yes.0"])
  })

  test("written down as a test, passes; and fails once the bot says something else", () => {
    const answers = new Map([[0, { value: { "a b": [1, true, null, 'say "x" ${y}\n'] } }]])
    const session: DebugSession = {
      ...withActs(
        say('An"a ${z}'),
        { kind: "skip", seconds: 60 },
        { kind: "choose", value: "Large", label: "Large" },
      ),
      answers,
    }
    const run = start(session)
    const nowMs = 1_736_154_000_000
    const source = recordTest({ name: "Gold", session, run, nowMs, language: "de" })
    const tests = [{ name: "start.test", source }]
    const report = runSavedTests({ scripts: [{ name: "start", source: shop }], tests })
    expect(report.files[0]?.errors).toEqual([])
    expect(report.files[0]?.results[0]?.failure ?? null).toBeNull()
    expect(report).toMatchObject({ passed: 1, failed: 0, isPassed: true })
    const taken = report.coverage[0]?.steps.filter(({ count }) => count > 0).map(({ id }) => id)
    expect(taken).toContain("4.yes.0")
    expect(taken).not.toContain("4.no.0")
    const changed = shop.replace("Gold, ", "Platinum, ")
    const again = runSavedTests({ scripts: [{ name: "start", source: changed }], tests })
    expect(again).toMatchObject({ failed: 1, isPassed: false })
  })

  test("shows lists and records as trees of limited size", () => {
    const run = runSession(
      compile(parse('list = [1, "two", { a: TRUE }]\nHEAR x').program),
      emptySession,
      { kind: "end" },
    )
    const [list] = run.state ? listVariables(run.state) : []
    expect(list?.value).toMatchObject({
      kind: "list",
      count: 3,
      parts: [
        { key: 0, value: { type: "number", text: "1" } },
        { key: 1, value: { type: "text", text: "two" } },
        { key: 2, value: { kind: "record", parts: [{ key: "a", value: { text: "true" } }] } },
      ],
    })
    expect(toTree(null)).toEqual({ kind: "plain", type: "nothing", text: "" })
  })
})
