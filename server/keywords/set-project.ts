import { fromJson } from "#basic"
import { setProject } from "#basic/keywords/set-project.ts"
import { findProject } from "#server/records/projects/change-projects.ts"
import { handlerFor } from "./handler.ts"

export const setProjectHandler = handlerFor(setProject, async ({ project = "" }, step) => {
  const found = await step.record(async (tx, place) => {
    const { id, name } = await findProject(tx, place, project)
    return [id, name]
  })
  const [id = null, name = null] = Array.isArray(found) ? found : []
  step.writeSession("project_id", id)
  return fromJson({ success: true, project_id: id, name })
})
