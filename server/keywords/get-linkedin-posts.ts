import { getLinkedinPosts } from "#basic/keywords/get-linkedin-posts.ts"
import { notSetUp } from "./not-set-up.ts"

export const getLinkedinPostsHandler = notSetUp(getLinkedinPosts, "linkedin-access-token")
