import { clearKnowledge, useKnowledge, useWebsite } from "../../assistant/knowledge.ts"
import { currentModel, setAnswerMode, setModelRouting, useModel } from "../../assistant/models.ts"
import { addTool, listTools, removeTool } from "../../assistant/tools.ts"
import { fromJson } from "../../vm/json.ts"
import type { Json } from "../../vm/value.ts"
import { changeAssistant } from "../assistant.ts"
import { operandText } from "../operands.ts"
import { done, type PretendHandler, type PretendHandlers } from "../pretended.ts"
import { pretendUnderstand } from "../understand.ts"
import { modelPretend } from "./model.ts"

const notAsked = "The service was not asked; a pretended answer was given."

/** A value of the shape a service would give. */
const pretended =
  (value: Json): PretendHandler =>
  () =>
    done(notAsked, fromJson(value))

const figures = { documents: 12, chunks: 340, collections: 2, size_mb: 1.5 }

const knowledge: PretendHandlers = {
  "THINK KB": (operands) =>
    done(
      notAsked,
      fromJson({
        results: [
          {
            ...{ content: "We open at nine.", source: "hours.pdf", kb_name: "opening-hours" },
            ...{ relevance: 0.9, tokens: 5 },
          },
        ],
        ...{ summary: "We open at nine.", confidence: 0.9, total_results: 1 },
        ...{ sources: ["hours.pdf"], query: operandText(operands, "question"), kb_count: 1 },
      }),
    ),
  "ADD TO KB": () => done("The document was not added; it is only pretended."),
  REFRESH: () => done("Nothing was read anew; it is only pretended."),
  "USE ACCOUNT": () => done("The account was not opened; it is only pretended."),
  "KB STATISTICS": pretended(JSON.stringify(figures)),
  "KB COLLECTION STATS": pretended(JSON.stringify({ ...figures, collections: 1 })),
  "KB DOCUMENTS COUNT": pretended(figures.documents),
  "KB DOCUMENTS ADDED SINCE": pretended(3),
  "KB LIST COLLECTIONS": pretended(["opening-hours", "prices"]),
  "KB STORAGE SIZE": pretended(figures.size_mb),
}

const assistant: PretendHandlers = {
  "USE KB": changeAssistant(
    (state, operands) => useKnowledge(state, operands.text("name")),
    (operands) => `The knowledge base ${operands.text("name")} is active.`,
  ),
  "CLEAR KB": changeAssistant(
    (state, operands) => clearKnowledge(state, operands.find("name")),
    (operands) => `${operands.find("name") ?? "Every knowledge base"} is no longer active.`,
  ),
  "USE WEBSITE": changeAssistant(
    (state, operands) => useWebsite(state, operands.text("site"), operands.find("refresh")),
    (operands) => `The site ${operands.text("site")} is active.`,
  ),
  "CLEAR WEBSITES": changeAssistant(
    (state) => {
      state.websites = []
    },
    () => "No site is active any more.",
  ),
  "ADD TOOL": changeAssistant(
    (state, operands) => addTool(state, operands.text("name"), operands.find("protocol")),
    (operands) => `The tool ${operands.text("name")} is offered.`,
  ),
  "REMOVE TOOL": changeAssistant(
    (state, operands) => removeTool(state, operands.text("name")),
    (operands) => `The tool ${operands.text("name")} is no longer offered.`,
  ),
  "LIST TOOLS": changeAssistant(
    (state) => fromJson(listTools(state)),
    () => "The tools were listed.",
  ),
  "CLEAR TOOLS": changeAssistant(
    (state) => {
      state.tools = []
    },
    () => "No tool is offered any more.",
  ),
  "USE MODEL": changeAssistant(
    (state, operands) => useModel(state, operands.text("model")),
    (operands) => `The model ${operands.text("model")} answers from here on.`,
  ),
  "SET MODEL ROUTING": changeAssistant(
    (state, operands) => {
      setModelRouting(state, operands.text("strategy"))
    },
    (operands) => `Models are chosen by ${operands.text("strategy")}.`,
  ),
  "GET CURRENT MODEL": changeAssistant(currentModel, () => "The model was looked up."),
  "LIST MODELS": pretended(["fast", "quality"]),
  "SET ANSWER MODE": changeAssistant(
    (state, operands) => {
      setAnswerMode(state, operands.text("mode"))
    },
    (operands) => `Answers are of the kind ${operands.text("mode")}.`,
  ),
}

/** How this family of commands behaves in a preview. */
export const aiPretend: PretendHandlers = {
  ...modelPretend,
  ...assistant,
  ...knowledge,
  UNDERSTAND: pretendUnderstand,
  OCR: pretended("Total 12.50"),
  "RUN PYTHON": pretended("42"),
  "RUN TOOL": (operands) =>
    done(
      `The tool ${operandText(operands, "name")} was not called; it is only pretended.`,
      fromJson({ pretend: true, tool: operandText(operands, "name") }),
    ),
  "RUN JAVASCRIPT": pretended("42"),
  "RUN BASH": pretended("42"),
  "CREATE SITE": (operands) =>
    done(notAsked, `https://example.org/${encodeURIComponent(operandText(operands, "alias"))}`),
}
