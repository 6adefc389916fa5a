/**
 * Writes about so many lines of the same conversation with everything inside blocks, indented as people write them:
 * decisions, cases, loops and SUBs. Always the same for the same count.
 */
export function generateBlocks(lineCount: number): string {
  const lines: string[] = []
  for (let card = 0; lines.length < lineCount; card++) lines.push(...blockOf(card))
  return `${lines.join("\n")}\n`
}

/** Words of a step in the middle, one inside each kind of block. */
export function wordsInBlocks(lineCount: number): { where: string; words: string }[] {
  // Four blocks have 24 lines.
  const card = Math.floor(lineCount / 48) * 4
  return ["decision", "case", "round", "help"].map((kind, at) => ({
    where: `inside ${["IF", "SELECT", "FOR", "SUB"][at]}`,
    words: `${kind} ${card + at} of a long`,
  }))
}

function blockOf(card: number): string[] {
  const kind = card % 4
  if (kind === 0)
    return [
      `HEAR wish_${card} AS "Sales", "Support" WITH "How can we help?"`,
      `IF wish_${card} = "Sales" THEN`,
      `    TALK "This is decision ${card} of a long conversation."`,
      `    HEAR name_${card} AS NAME WITH "What is your name?"`,
      `    SET USER MEMORY "name", name_${card}`,
      `ELSE`,
      `    TALK "Then not."`,
      `END IF`,
    ]
  if (kind === 1)
    return [
      `SELECT CASE visits`,
      `CASE 1`,
      `    TALK "This is case ${card} of a long conversation."`,
      `    visits = visits + 1`,
      `CASE ELSE`,
      `    TALK "Welcome back."`,
      `END SELECT`,
    ]
  if (kind === 2)
    return [
      `FOR round_${card} = 1 TO 3`,
      `    TALK "This is round ${card} of a long conversation."`,
      `    visits = visits + round_${card}`,
      `NEXT`,
    ]
  return [
    `CALL help_${card}`,
    `SUB help_${card}`,
    `    TALK "This is help ${card} of a long conversation."`,
    `    HEAR more_${card} AS "Yes", "No" WITH "Anything else?"`,
    `END SUB`,
  ]
}
