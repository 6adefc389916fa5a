import builder from "./builder.json" with { type: "json" }
import canvas from "./canvas.json" with { type: "json" }
import fields from "./fields.json" with { type: "json" }
import options from "./options.json" with { type: "json" }
import outlets from "./outlets.json" with { type: "json" }
import palette from "./palette.json" with { type: "json" }
import steps from "./steps.json" with { type: "json" }
import together from "./together.json" with { type: "json" }

export const builderTexts = { builder, canvas, fields, options, outlets, palette, steps, together }
