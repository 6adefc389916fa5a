/** Social networks: the commands of this family, in the order of the manual. */
import { deletePost } from "../delete-post.ts"
import { getFacebookMetrics } from "../get-facebook-metrics.ts"
import { getFacebookPosts } from "../get-facebook-posts.ts"
import { getInstagramMetrics } from "../get-instagram-metrics.ts"
import { getInstagramPosts } from "../get-instagram-posts.ts"
import { getLinkedinMetrics } from "../get-linkedin-metrics.ts"
import { getLinkedinPosts } from "../get-linkedin-posts.ts"
import { getTwitterMetrics } from "../get-twitter-metrics.ts"
import { getTwitterPosts } from "../get-twitter-posts.ts"
import { postToNetwork } from "../post-to.ts"

export const socialCommands = [
  postToNetwork,
  getInstagramMetrics,
  getInstagramPosts,
  getFacebookMetrics,
  getFacebookPosts,
  getLinkedinMetrics,
  getLinkedinPosts,
  getTwitterMetrics,
  getTwitterPosts,
  deletePost,
] as const
