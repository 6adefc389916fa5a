import { entry } from "./entry.ts"

/** Why a gesture on the canvas was refused. Nothing was changed then. */
export const canvasCodes = {
  "basic.canvas_step_gone": entry({
    severity: "error",
    sentence: () => "This step is no longer in the flow.",
    hint: () => "Select the step again; the text was changed in the meantime.",
  }),
  "basic.canvas_group_gone": entry({
    severity: "error",
    sentence: () => "This group is no longer in the flow.",
    hint: () => "Select the group again; the text was changed in the meantime.",
  }),
  "basic.canvas_outlet_gone": entry<{ outlet: string }>({
    severity: "error",
    sentence: ({ outlet }) => `This step has no outlet "${outlet}".`,
    hint: () => "Drag from one of the outlets the step shows.",
  }),
  "basic.canvas_entry": entry({
    severity: "error",
    sentence: () => "The flow begins with this group, so it cannot be removed.",
    hint: () => "Remove its steps instead.",
  }),
  "basic.canvas_into_itself": entry({
    severity: "error",
    sentence: () => "A step cannot be moved into a group that belongs to it.",
    hint: () => "Drop it on another group.",
  }),
  "basic.canvas_no_end": entry({
    severity: "error",
    sentence: () => "Nothing goes on behind this group: its last step already leads elsewhere.",
    hint: () => "Connect the outlets of that step instead.",
  }),
  "basic.canvas_outlet_taken": entry({
    severity: "error",
    sentence: () => "This outlet already leads to steps of its own.",
    hint: () => "Connect the end of those steps, or remove them first.",
  }),
  "basic.canvas_always_leads": entry<{ keyword: string }>({
    severity: "error",
    sentence: ({ keyword }) => `${keyword} always leads to a group, so its edge cannot be removed.`,
    hint: () => "Connect it to another group, or remove the step.",
  }),
  "basic.canvas_other_flow": entry({
    severity: "error",
    sentence: () => "An edge stays within its flow.",
    hint: () => "Add a Call step to run another flow.",
  }),
  "basic.canvas_into_body": entry({
    severity: "error",
    sentence: () => "This group lies inside a step, and no edge leads into it from outside.",
    hint: () => "Connect to the group that holds the step.",
  }),
  "basic.canvas_field_gone": entry<{ field: string }>({
    severity: "error",
    sentence: ({ field }) => `This step has no setting "${field}".`,
    hint: () => "Open the settings of the step again.",
  }),
  "basic.canvas_field_value": entry<{ field: string; expected: string }>({
    severity: "error",
    sentence: ({ field, expected }) => `The setting "${field}" takes ${expected}.`,
    hint: ({ expected }) => `Give ${expected}.`,
  }),
  "basic.canvas_name": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `"${found}" cannot be the name of a variable.`,
    hint: () => "Use letters, digits and _, and begin with a letter.",
  }),
  "basic.canvas_unread": entry({
    severity: "error",
    sentence: () => "The text around this place cannot be read, so nothing was changed.",
    hint: () => "Correct the lines that have a problem first.",
  }),
  "basic.canvas_nothing": entry({
    severity: "error",
    sentence: () => "There is no step in what was to be added.",
    hint: () => "Copy or drag at least one step.",
  }),
} as const
