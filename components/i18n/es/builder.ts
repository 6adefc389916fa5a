import builder from "./builder.json" with { type: "json" }
import fields from "./fields.json" with { type: "json" }
import options from "./options.json" with { type: "json" }
import outlets from "./outlets.json" with { type: "json" }
import steps from "./steps.json" with { type: "json" }

export const builderTexts = { builder, fields, options, outlets, steps }
