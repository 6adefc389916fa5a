import { addWidget } from "#basic/keywords/add-widget.ts"
import { notSetUp } from "./not-set-up.ts"

export const addWidgetHandler = notSetUp(addWidget, "dashboard-url")
