import { splitWords } from "../../assistant/assistant.ts"
import { addBot, listBots, removeBot, setBotPriority } from "../../assistant/bots.ts"
import { printIsoDate } from "../../format/print-date.ts"
import { fromJson } from "../../vm/json.ts"
import { DateValue } from "../../vm/value.ts"
import { changeAssistant } from "../assistant.ts"
import { operandText } from "../operands.ts"
import { done, type PretendHandlers } from "../pretended.ts"

const helpers: PretendHandlers = {
  "ADD BOT": changeAssistant(
    (state, operands) =>
      addBot(state, {
        name: operands.text("name"),
        triggers: operands.find("triggers"),
        tools: operands.find("tools"),
        schedule: operands.find("schedule"),
      }),
    (operands) => `The bot ${operands.text("name")} helps.`,
  ),
  "REMOVE BOT": changeAssistant(
    (state, operands) => removeBot(state, operands.text("name")),
    (operands) => `The bot ${operands.text("name")} helps no more.`,
  ),
  "LIST BOTS": changeAssistant(
    (state) => fromJson(listBots(state)),
    () => "The helpers were listed.",
  ),
  "SET BOT PRIORITY": changeAssistant(
    (state, operands) => setBotPriority(state, operands.text("name"), operands.number("priority")),
    (operands) => `The bot ${operands.text("name")} has its place.`,
  ),
  "CREATE SWARM": changeAssistant(
    (state, operands) => {
      for (const name of splitWords(operands.text("bots"))) addBot(state, { name })
    },
    (operands) => `The bots of ${operands.text("name")} help.`,
  ),
}

/** How this family of commands behaves in a preview. */
export const botPretend: PretendHandlers = {
  ...helpers,
  DELEGATE: (operands) => {
    const bot = operandText(operands, "bot")
    return done(
      `The bot ${bot} was not asked; a pretended answer was given.`,
      `(an answer of ${bot})`,
    )
  },
  "STEP BOT": (operands) =>
    done(`The bot ${operandText(operands, "bot")} was not asked; its step counts as done.`),
  "STEP PARALLEL": () => done("The bots were not asked; their steps count as done."),
  "TRANSFER CONVERSATION": (operands) =>
    done(`The conversation would go on with the bot ${operandText(operands, "bot")}.`),
  "BOT REFLECTION": () => done("The review was not switched; it is only pretended."),
  "BOT REFLECTION ON": () => done("The review was not changed; it is only pretended."),
  "BOT REFLECTION INSIGHTS": (_operands, world) =>
    done(
      "There was no review; a pretended one was given.",
      fromJson({
        ...{ qualityScore: 0.9, summary: "People get their answers.", issues: [], issuesCount: 0 },
        ...{ suggestions: ["Greet people by name."], criticalIssues: 0 },
        timestamp: printIsoDate(new DateValue(world.nowMs, 0, true)),
      }),
    ),
  "BOT SHARE MEMORY": (operands) => {
    const key = operandText(operands, "key")
    return done(`The memory ${key} would be shared with ${operandText(operands, "bot")}.`)
  },
  "BOT SYNC MEMORY": (operands) =>
    done(`What ${operandText(operands, "bot")} shares would be taken over.`),
}
