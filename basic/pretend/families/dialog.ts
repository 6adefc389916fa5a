import { addSwitcher, changeTheme } from "../../assistant/looks.ts"
import { toolNameOf } from "../../assistant/tools.ts"
import { debugModeKey, readDebugMode } from "../../functions/debug-mode.ts"
import { changeAssistant } from "../assistant.ts"
import { operandText, operandValue } from "../operands.ts"
import { done, type PretendHandlers } from "../pretended.ts"

/** How the commands of this family behave in a preview that the driver does not perform itself. */
export const dialogPretend: PretendHandlers = {
  "ADD SUGGESTION TOOL": (operands, world) => {
    const tool = toolNameOf(operandText(operands, "tool"))
    const label = operandValue(operands, "label") === null ? tool : operandText(operands, "label")
    world.suggest({ label, value: `tool:${tool}` })
    return done(`The button ${label} is offered.`)
  },
  "ADD SWITCHER": changeAssistant(
    (state, operands) => addSwitcher(state, operands.text("id"), operands.find("label")),
    (operands) => `The switch ${operands.text("id")} is offered.`,
  ),
  "CLEAR SWITCHERS": changeAssistant(
    (state) => {
      state.switchers = []
    },
    () => "The switches are removed.",
  ),
  "CHANGE THEME": changeAssistant(
    (state, operands) => changeTheme(state, operands.text("theme")),
    (operands) => `The theme is ${operands.text("theme")}.`,
  ),
  "SET DEBUG MODE": (operands, world) => {
    const mode = readDebugMode(operandValue(operands, "mode"))
    world.write("session", debugModeKey, mode)
    return done(`PRINT is ${mode === null ? "only logged" : "said as well"}.`)
  },
}
