/**
 * Writes a flow of about so many steps in the shape people draw: cards of six steps, questions with answers,
 * decisions with two ways, ways back. Always the same for the same count.
 */
export function generateFlow(stepCount: number): string {
  const cards = Math.ceil(stepCount / 6)
  const lines: string[] = []
  for (let card = 0; card < cards; card++) {
    const next = (card + 1) % cards
    const far = (card * 7 + 3) % cards
    lines.push(
      `card_${card}:`,
      `TALK "This is card ${card} of a long conversation."`,
      `HEAR name_${card} AS NAME WITH "What is your name?"`,
      `SET USER MEMORY "name", name_${card}`,
      `HEAR wish_${card} AS "Sales", "Support", "Something else" WITH "How can we help?"`,
      `visits = visits + 1`,
      `IF wish_${card} = "Sales" THEN GOTO card_${far}`,
      `GOTO card_${next}`,
    )
  }
  return `${lines.join("\n")}\n`
}
