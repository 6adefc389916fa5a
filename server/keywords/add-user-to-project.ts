import { fromJson } from "#basic"
import { addUserToProject } from "#basic/keywords/add-user-to-project.ts"
import { addToProject } from "#server/records/projects/change-projects.ts"
import { handlerFor } from "./handler.ts"

export const addUserToProjectHandler = handlerFor(
  addUserToProject,
  async ({ project = "", person = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const people = await addToProject(tx, place, project, person)
        return { success: true, project, people }
      }),
    ),
)
