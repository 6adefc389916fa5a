import { getFacebookPosts } from "#basic/keywords/get-facebook-posts.ts"
import { notSetUp } from "./not-set-up.ts"

export const getFacebookPostsHandler = notSetUp(getFacebookPosts, "facebook-access-token")
