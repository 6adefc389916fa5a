import type { socialCommands } from "#basic/keywords/families/social.ts"
import { deletePostHandler } from "../delete-post.ts"
import { getFacebookMetricsHandler } from "../get-facebook-metrics.ts"
import { getFacebookPostsHandler } from "../get-facebook-posts.ts"
import { getInstagramMetricsHandler } from "../get-instagram-metrics.ts"
import { getInstagramPostsHandler } from "../get-instagram-posts.ts"
import { getLinkedinMetricsHandler } from "../get-linkedin-metrics.ts"
import { getLinkedinPostsHandler } from "../get-linkedin-posts.ts"
import { getTwitterMetricsHandler } from "../get-twitter-metrics.ts"
import { getTwitterPostsHandler } from "../get-twitter-posts.ts"
import type { HandlersOf } from "../handler.ts"
import { postToNetworkHandler } from "../post-to.ts"

/** What the server does for this family of commands. */
export const socialHandlers = {
  "POST TO": postToNetworkHandler,
  "GET INSTAGRAM METRICS": getInstagramMetricsHandler,
  "GET INSTAGRAM POSTS": getInstagramPostsHandler,
  "GET FACEBOOK METRICS": getFacebookMetricsHandler,
  "GET FACEBOOK POSTS": getFacebookPostsHandler,
  "GET LINKEDIN METRICS": getLinkedinMetricsHandler,
  "GET LINKEDIN POSTS": getLinkedinPostsHandler,
  "GET TWITTER METRICS": getTwitterMetricsHandler,
  "GET TWITTER POSTS": getTwitterPostsHandler,
  "DELETE POST": deletePostHandler,
} satisfies HandlersOf<typeof socialCommands>
