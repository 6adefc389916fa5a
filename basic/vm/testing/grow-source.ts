import fc from "fast-check"

/**
 * Programs that run a while and touch everything a state holds: lists shared between variables,
 * procedures, GOSUB, loops of every kind, ON ERROR, effects in the middle of expressions.
 */
export const runnableSources: fc.Arbitrary<string> = fc
  .record({
    handler: fc.constantFrom("", "ON ERROR RESUME NEXT", "ON ERROR GOTO oops"),
    main: fc.array(growStatement(3, true), { minLength: 3, maxLength: 8, size: "max" }),
    sub: fc.array(growStatement(1, false), { maxLength: 3 }),
    fun: fc.array(growStatement(1, false), { maxLength: 2 }),
    result: growValue(2, false),
  })
  .map(({ handler, main, sub, fun, result }) =>
    [
      handler,
      "l = [1, 2]",
      "m = l",
      'o = {"k": l}',
      "o.self = o",
      ...main,
      "RETURN [a, b, l]",
      "sub1:",
      ...sub,
      "RETURN",
      "oops:",
      "TALK ERROR MESSAGE",
      "RETURN",
      "SUB work(x)",
      ...sub,
      "END SUB",
      "FUNCTION twice(x)",
      ...fun,
      `RETURN ${result}`,
      "END FUNCTION",
    ]
      .filter((line) => line !== "")
      .join("\n"),
  )

function growValue(depth: number, mayCall: boolean): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(
    "a",
    "b",
    "x",
    "l",
    "o.k",
    "l[0]",
    "l[1]",
    "1",
    "2.5",
    "0",
    '"t"',
    '"7"',
    "NULL",
    "TRUE",
    "NOW()",
    "DAYS(1)",
    "RND()",
  )
  if (depth === 0) return leaf
  const inner = growValue(depth - 1, mayCall)
  const operator = fc.constantFrom("+", "-", "*", "/", "&", "=", "<", "AND", "OR", "??", "MOD")
  const branches: fc.Arbitrary<string>[] = [
    leaf,
    fc.tuple(inner, operator, inner).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(inner, inner).map(([a, b]) => `[${a}, ${b}]`),
    inner.map((a) => `LEN(${a})`),
    inner.map((a) => `(GET "u" + ${a})`),
    fc.tuple(inner, inner, inner).map(([a, b, c]) => `IIF(${a}, ${b}, ${c})`),
  ]
  if (mayCall) branches.push(inner.map((a) => `twice(${a})`))
  return fc.oneof(...branches)
}

function growStatement(depth: number, mayCall: boolean): fc.Arbitrary<string> {
  const value = growValue(2, mayCall)
  const simple: fc.Arbitrary<string>[] = [
    value.map((v) => `a = ${v}`),
    value.map((v) => `b = ${v}`),
    value.map((v) => `l[UBOUND(l) MOD 5] = ${v}`),
    value.map((v) => `o.n = ${v}`),
    value.map((v) => `o.k[0] = ${v}`),
    value.map((v) => `a += ${v}`),
    value.map((v) => `TALK ${v}`),
    fc.constant('HEAR b AS TEXT WITH "?" TIMEOUT 5'),
    fc.constant("a = GET a ELSE GOTO oops"),
    fc.constant("m = l"),
    fc.constant("l = [l, m]"),
  ]
  if (mayCall)
    simple.push(
      value.map((v) => `CALL work(${v})`),
      fc.constant("GOSUB sub1"),
    )
  // Procedures have labels of their own, and none.
  const own = mayCall ? simple : simple.filter((_, index) => index !== 8)
  if (depth === 0) return fc.oneof(...own)
  const body = fc
    .array(growStatement(depth - 1, mayCall), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.join("\n"))
  return fc.oneof(
    ...own,
    fc.tuple(value, body, body).map(([v, a, b]) => `IF ${v} THEN\n${a}\nELSE\n${b}\nEND IF`),
    fc.tuple(value, body).map(([v, a]) => `FOR EACH x IN ${v}\n${a}\nNEXT`),
    body.map((a) => `FOR i = 1 TO 3\n${a}\nNEXT`),
    body.map((a) => `n = 0\nWHILE n < 3\nn = n + 1\n${a}\nWEND`),
    fc
      .tuple(value, body)
      .map(([v, a]) => `SELECT CASE ${v}\nCASE 1, "t"\n${a}\nCASE ELSE\nb = 1\nEND SELECT`),
  )
}
