import { getInstagramPosts } from "#basic/keywords/get-instagram-posts.ts"
import { notSetUp } from "./not-set-up.ts"

export const getInstagramPostsHandler = notSetUp(getInstagramPosts, "instagram-access-token")
