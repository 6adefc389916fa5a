import { fromJson } from "#basic"
import { makeProject } from "#basic/keywords/create-project.ts"
import { createProject } from "#server/records/projects/change-projects.ts"
import { handlerFor } from "./handler.ts"

export const makeProjectHandler = handlerFor(
  makeProject,
  async ({ name = "", description = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const id = await createProject(tx, place, name, description)
        return { success: true, project_id: id, id, name, description }
      }),
    ),
)
