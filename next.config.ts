import type { NextConfig } from "next"

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` type-checks the whole repository with both compilers; a build need not do it again.
  // A configuration of its own, because Next rewrites the one it is given.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "app/tsconfig.json" },
  turbopack: { root: import.meta.dirname },
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks"],
    // What browsers fetch is made small. What the server runs is left readable: nobody waits for its bytes, and the
    // first start waits for every second of the build.
    turbopackMinify: { server: false, client: true },
    turbopackSourceMaps: false,
  },
}
export default config
