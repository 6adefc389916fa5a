import { expect, test } from "vitest"
import { z } from "zod"
import { DatabaseError } from "#db/errors.ts"
import { AppError } from "./app-error.ts"
import { describeIssues } from "./describe-issues.ts"
import { asAppError, toProblem } from "./problem.ts"

test("an error tells its code, its sentence and what to do, and where it is explained", () => {
  const problem = toProblem(
    new AppError("bot.not_found", { bot: "demo" }),
    "req_1",
    "https://b.example",
  )
  expect(problem).toEqual({
    type: "https://b.example/docs/errors/bot.not_found",
    title: "No such bot",
    status: 404,
    detail: 'There is no bot "demo".',
    code: "bot.not_found",
    fix: "Check the id or the public name of the bot.",
    requestId: "req_1",
  })
})

test("an unknown error tells nothing of what happened inside", () => {
  const secret = new Error("password=hunter2 at /srv/app/db.ts:12")
  const problem = toProblem(asAppError(secret, "req_1"), "req_1", "")
  expect(problem.code).toBe("internal.unexpected")
  expect(JSON.stringify(problem)).not.toContain("hunter2")
  expect(asAppError(secret, "req_1").cause).toBe(secret)
})

test("an error that ends by itself says after how many seconds", () => {
  expect(
    toProblem(new AppError("request.too_many", { retryAfterSeconds: 7 }), "r", "")
      .retryAfterSeconds,
  ).toBe(7)
})

test("what is wrong with an input is said in plain words that name the place", () => {
  const schema = z.strictObject({
    name: z.string().min(2).max(4),
    role: z.enum(["admin", "viewer"]),
    email: z.email(),
    tags: z.array(z.number()).max(1),
    count: z.int(),
  })
  const wrong = { name: "a", role: "king", email: "x", tags: [1, 2], count: 1.5, "o\nther": 1 }
  const result = schema.safeParse(wrong, { reportInput: true })
  expect(describeIssues(result.error?.issues ?? [])).toEqual([
    "name must have at least 2 characters",
    "role must be one of admin, viewer",
    "email must be an e-mail address",
    "tags must have at most 1 entries",
    "count must be a whole number",
    "there is no field o?ther",
  ])
  const empty = schema.safeParse({}, { reportInput: true })
  expect(describeIssues(empty.error?.issues ?? [])[0]).toBe("name is missing")
  expect(describeIssues(schema.safeParse(7, { reportInput: true }).error?.issues ?? [])).toEqual([
    "the input must be an object",
  ])
})

test("a request with a thousand wrong fields is answered briefly", () => {
  const wrong = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${index}`, 1]))
  const issues = z.strictObject({}).safeParse(wrong).error?.issues ?? []
  expect(describeIssues(issues)).toHaveLength(9)
  expect(describeIssues(issues).at(-1)).toBe("and 992 more problems")
})

test("a database that does not answer is told as such, and as worth trying again", () => {
  const broken = new Error("query", { cause: new DatabaseError("gone", { code: "08006" }) })
  const problem = toProblem(asAppError(broken, "req_1"), "req_1", "")
  expect(problem).toMatchObject({ status: 503, code: "server.unavailable" })
  const refused = new DatabaseError("duplicate key of ana@example.org", { code: "23505" })
  expect(asAppError(refused, "req_1").code).toBe("internal.unexpected")
})
