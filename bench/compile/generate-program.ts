/**
 * Writes a program of about so many lines, in the mix that bots are written in: mostly texts, questions and
 * assignments, some branches and loops, a few procedures, comments and blank lines. Always the same for the same count.
 */
export function generateProgram(lineCount: number): string {
  const lines: string[] = []
  for (let part = 0; lines.length < lineCount; part++)
    lines.push(...(parts[part % parts.length] as Part)(part))
  return `${lines.slice(0, lineCount).join("\n")}\n`
}

type Part = (number: number) => readonly string[]

const welcome: Part = (n) => [
  `' Part ${n}: greets and asks for what is needed.`,
  `part_${n}:`,
  `TALK "Hello \${name}, this is part ${n} of the conversation."`,
  'TALK "We will need a few answers from you."',
  `HEAR answer_${n} AS NAME WITH "What is your name?"`,
  `HEAR email_${n} AS EMAIL WITH "And your e-mail address?"`,
  `visits = visits + 1`,
  `SET CONTEXT "part" AS "The visitor is in part ${n}."`,
  "",
]

const order: Part = (n) => [
  `total_${n} = 0`,
  `cart = {"pizza": 2, "salad": 1, "note": "part ${n}"}`,
  `prices = [9.5, 6, 2.25, ${n}]`,
  `FOR i = 0 TO UBOUND(prices) - 1`,
  `    total_${n} = total_${n} + prices[i] * cart.pizza ' with everything`,
  `    IF total_${n} > 100 AND NOT paid THEN`,
  `        TALK "That is a lot: " + total_${n} + " euros."`,
  "        EXIT FOR",
  "    ELSE IF prices[i] = 0 OR cart.note IS NULL THEN",
  `        total_${n} = total_${n} - 1`,
  "    END IF",
  "NEXT i",
  `TALK "Together " + ROUND(total_${n}, 2) + " euros for " + UCASE(LEFT(cart.note, 4))`,
  "",
]

const choose: Part = (n) => [
  `HEAR wish AS "Opening hours", "Leave a message", "Talk to a person" WITH "How can I help, \${name}?"`,
  "SELECT CASE wish",
  '    CASE "Opening hours"',
  '        TALK "We are open from 9 to 17, Monday to Friday."',
  '    CASE "Leave a message", "Write"',
  '        HEAR message WITH "What shall I pass on?"',
  `        SET BOT MEMORY "message_${n}", message`,
  "    CASE ELSE",
  `        IF wish CONTAINS "person" THEN GOTO part_${n - 2}`,
  '        TALK "I did not understand that."',
  "END SELECT",
]

const service: Part = (n) => [
  "ON ERROR RESUME NEXT",
  `reply = GET "https://example.com/api/orders/${n}?page=" + page`,
  "IF ERROR THEN",
  '    TALK "The shop does not answer: " + ERROR MESSAGE',
  "END IF",
  "ON ERROR GOTO 0",
  "rows = 0",
  "FOR EACH row IN reply.items",
  '    IF row.state = "open" AND row.total >= 10 THEN rows = rows + 1',
  "NEXT row",
  "WHILE rows > 0 AND attempts < 3",
  "    rows = rows - 1",
  "    attempts = attempts + 1",
  "WEND",
  "BEGIN TALK",
  `Your order ${n} is on its way.`,
  "You will hear from us when it arrives.",
  "END TALK",
  "",
]

const procedure: Part = (n) => [
  `FUNCTION discount_${n}(amount, isMember)`,
  "    IF isMember THEN RETURN amount * 0.9",
  "    RETURN amount - MIN(amount MOD 10, 5)",
  "END FUNCTION",
  `price = discount_${n}(120 + visits, visits > 3)`,
  "",
]

const parts: readonly Part[] = [welcome, order, choose, welcome, service, procedure]
