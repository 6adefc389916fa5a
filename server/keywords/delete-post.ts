import { deletePost } from "#basic/keywords/delete-post.ts"
import { notSetUp } from "./not-set-up.ts"

export const deletePostHandler = notSetUp(deletePost, "instagram-access-token")
