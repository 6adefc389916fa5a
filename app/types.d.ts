// CSS modules and the other imports that Next's bundler understands. (`next-env.d.ts` is generated and not kept.)
/// <reference types="next" />
declare module "@fontsource-variable/*" {}
declare module "@mantine/*/styles.css" {}
