import { getTwitterPosts } from "#basic/keywords/get-twitter-posts.ts"
import { notSetUp } from "./not-set-up.ts"

export const getTwitterPostsHandler = notSetUp(getTwitterPosts, "twitter-access-token")
