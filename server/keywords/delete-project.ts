import { fromJson } from "#basic"
import { dropProject } from "#basic/keywords/delete-project.ts"
import { deleteProject } from "#server/records/projects/change-projects.ts"
import { handlerFor } from "./handler.ts"

export const dropProjectHandler = handlerFor(dropProject, async ({ project = "" }, step) =>
  fromJson(
    await step.record(async (tx, place) => {
      await deleteProject(tx, place, project)
      return { success: true, project }
    }),
  ),
)
