import { fromJson } from "#basic"
import { renameProject } from "#basic/keywords/update-project.ts"
import { updateProject } from "#server/records/projects/change-projects.ts"
import { handlerFor } from "./handler.ts"

export const renameProjectHandler = handlerFor(
  renameProject,
  async ({ project = "", name = "", description = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        await updateProject(tx, place, project, { name, description })
        return { success: true, project }
      }),
    ),
)
