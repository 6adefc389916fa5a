// Who may import whom. The comments are what a tired developer reads when a rule stops a commit.
const tests = "\\.test\\.tsx?$|/tests/|/__fixtures__/|/testing/|\\.conformance\\.ts$"

/** Builds a rule: files of `from` may import these paths of ours (npm packages are ruled apart). */
function fence(name, from, allowed, comment) {
  return {
    name,
    severity: "error",
    comment,
    from: { path: from, pathNot: tests },
    to: {
      path: "^(app|basic|bench|catalog|cli|components|db|e2e|scripts|sdk|server|templates|widget|workers)/",
      pathNot: [from, ...allowed].join("|"),
    },
  }
}

module.exports = {
  forbidden: [
    {
      name: "basic-is-an-island",
      severity: "error",
      comment:
        "basic/ runs in browsers, workers and tests. Need an effect? Yield it; server/keywords performs it.",
      from: { path: "^basic/", pathNot: tests },
      to: { pathNot: "^basic/" },
    },
    {
      name: "basic-through-its-edge",
      severity: "error",
      comment: "Import basic/index.ts (#basic). The folders behind it may change without notice.",
      from: { path: "^(app|catalog|components|db|sdk|server|widget|workers)/", pathNot: tests },
      to: {
        path: "^basic/",
        pathNot:
          "^basic/(index\\.ts|keywords/|vm/|services/|debugger/|rows/|filters/|assistant/|format/|functions/(sort-items|debug-mode)\\.ts|graph/model\\.ts|ir/bundle\\.ts|ast/nodes\\.ts|hear/|understanding/|diagnostics/)",
      },
    },
    fence(
      "catalog-knows-definitions-only",
      "^catalog/",
      ["^basic/"],
      "catalog/ holds definitions a browser may see. Behaviour belongs to server/.",
    ),
    fence(
      "db-knows-the-catalog-only",
      "^db/",
      ["^catalog/", "^basic/"],
      "db/ holds tables and the door to them. Product logic belongs to server/services.",
    ),
    fence(
      "handlers-use-the-step",
      "^server/keywords/",
      [
        "^catalog/",
        "^basic/",
        "^server/records/",
        "^server/infra/[^/]+/port\\.ts$",
        "^server/models/port\\.ts$",
        "^server/(knowledge|understanding)/port\\.ts$",
      ],
      "A handler reaches the world only through the step it is handed.",
    ),
    fence(
      "records-use-the-database",
      "^server/records/",
      ["^db/", "^catalog/", "^basic/", "^server/errors/"],
      "Records are SQL inside somebody's transaction: nothing else of the server.",
    ),
    fence(
      "adapters-stand-alone",
      "^server/(channels|models)/",
      ["^catalog/", "^basic/", "^server/errors/", "^server/infra/outbound/port\\.ts$"],
      "Adapters know their vendor and the catalog. Never each other, never the engine.",
    ),
    fence(
      "knowledge-reads-and-finds",
      "^server/knowledge/",
      [
        "^server/(records|errors)/",
        "^server/infra/[^/]+/port\\.ts$",
        "^server/(log|clock)\\.ts$",
        "^db/",
        "^catalog/",
        "^basic/",
      ],
      "Documents in, passages out: the embedder and the store are handed in, and no verb is called.",
    ),
    fence(
      "understanding-sorts-messages",
      "^server/understanding/",
      [
        "^server/knowledge/words/",
        "^server/infra/[^/]+/port\\.ts$",
        "^db/",
        "^catalog/",
        "^basic/",
      ],
      "Messages in, intents out: the embedder is handed in, and no verb is called.",
    ),
    fence(
      "engine-below-services",
      "^server/engine/",
      [
        "^server/(keywords|records|jobs|channels|models|infra|errors)/",
        "^server/(knowledge|understanding)/port\\.ts$",
        "^server/(log|clock|env)\\.ts$",
        "^db/",
        "^catalog/",
        "^basic/",
      ],
      "The engine is called by services; it does not call them.",
    ),
    fence(
      "evaluation-asks-and-scores",
      "^server/evaluation/",
      [
        "^server/(engine|errors|records|models)/",
        "^server/keywords/(answer/words/|model/price\\.ts$)",
        "^server/knowledge/port\\.ts$",
        "^server/infra/[^/]+/port\\.ts$",
        "^server/(log|clock)\\.ts$",
        "^db/",
        "^catalog/",
        "^basic/",
      ],
      "Runs of evaluations ask the engine and the knowledge as anybody does; verbs only store what is to be asked.",
    ),
    fence(
      "services-hold-the-product",
      "^server/services/",
      [
        "^server/(engine|knowledge|understanding|jobs|channels|models|infra|errors|keywords|records)/",
        "^server/(log|clock|env|container|secrets)",
        "^db/",
        "^catalog/",
        "^basic/",
      ],
      "A verb may use the engine, jobs and the database; never tRPC, REST or HTTP.",
    ),
    {
      name: "adapters-never-touch-db",
      severity: "error",
      comment:
        "tRPC, REST and workers call a verb. Put the query in server/services/<noun>/<verb>.ts.",
      from: { path: "^(server/(trpc|api)|workers)/", pathNot: tests },
      to: { path: "^db/" },
    },
    {
      name: "app-has-one-door",
      severity: "error",
      comment:
        "Next gives app/ its own copy of every module: a value from server/ or db/ would be a second instance. Go through app/server.ts; types are fine.",
      from: { path: "^app/", pathNot: "^app/server\\.ts$" },
      to: {
        path: "^(server|db)/",
        dependencyTypesNot: ["type-only"],
        pathNot: "^server/services/[^/]+/schema\\.ts$",
      },
    },
    {
      name: "components-see-types-and-schemas",
      severity: "error",
      comment:
        "Components may use schemas and the router's type; everything else of the server stays there.",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^(server|db|workers|app)/",
        dependencyTypesNot: ["type-only"],
        pathNot: "^server/services/[^/]+/schema\\.ts$",
      },
    },
    fence(
      "widget-stays-small",
      "^widget/",
      ["^sdk/", "^catalog/(events|rich-text|messages)\\.ts$"],
      "The widget is loaded by strangers' pages: the SDK and two catalogue files, nothing else.",
    ),
    fence(
      "sdk-stands-alone",
      "^sdk/",
      [],
      "The SDK is published: it has nothing of ours at run time.",
    ),
    {
      name: "no-circular",
      severity: "error",
      comment: "Two files that need each other are one file, or hide a third.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "The import leads nowhere.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|.+\\.css)$" },
    },
    {
      name: "outbound-goes-through-the-guard",
      severity: "error",
      comment:
        "Only server/infra/outbound talks to the network: it checks where a request really goes.",
      from: {
        path: "^(server|workers)/",
        pathNot: ["^server/infra/outbound/", "^server/(http|socket|start|main\\.ts)", tests].join(
          "|",
        ),
      },
      to: {
        path: "^(node:)?(https?|net|tls|dgram|undici)$|node_modules/undici",
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules|public|test-output)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
}
