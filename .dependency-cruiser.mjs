// Who may import whom. The picture is in docs/ARCHITECTURE.md; `npm run check` fails on a forbidden arrow or a cycle.
const apps = ["agent", "broker", "kiosk", "content"];

const noOtherApp = apps.map((app) => ({
  name: `${app}-imports-no-other-app`,
  comment: "An app reaches another app over the wire, never by import.",
  severity: "error",
  from: { path: `^${app}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: `^(${apps.filter((other) => other !== app).join("|")})/` },
}));

const leaf = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { pathNot: allowed },
});

export default {
  forbidden: [
    ...noOtherApp,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\?(raw|url|worker)$" },
    },
    leaf("protocol-imports-only-zod", "^protocol/", "^(protocol/|node_modules/zod/)"),
    leaf("lesson-imports-protocol-only", "^kiosk/lesson/", "^(kiosk/lesson/|protocol/)"),
    leaf(
      "game-logic-imports-the-sdk-only",
      "^content/(games|template)/[^/]+/logic\\.ts$",
      "^(content/(games|template)/|content/sdk/|protocol/)",
    ),
    {
      name: "runtime-is-a-leaf",
      severity: "error",
      from: { path: "^runtime/" },
      to: { path: "^(agent|broker|kiosk|content|tools|e2e|bench)/" },
    },
    {
      name: "browser-code-has-no-node",
      comment: "Dashboard, renderer, SDK and games run in a page.",
      severity: "error",
      from: {
        path: "^(broker/dashboard|kiosk/renderer|kiosk/link|content/sdk|content/games)/",
        pathNot: "(vite\\.config\\.ts|\\.test\\.tsx?)$",
      },
      to: { path: "^(runtime/|node:)|^(fs|path|crypto|net|http|os|child_process|sqlite|worker_threads)$" },
    },
    {
      name: "dashboard-talks-over-the-api-only",
      severity: "error",
      from: { path: "^broker/dashboard/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^broker/", pathNot: "^broker/(dashboard|api)/" },
    },
    {
      name: "api-contract-is-a-leaf",
      comment: "broker/api is what the hub and its dashboard share: schemas, no behaviour.",
      severity: "error",
      from: { path: "^broker/api/" },
      to: { path: "^broker/", pathNot: "^broker/api/" },
    },
    {
      name: "ingest-knows-no-broker",
      comment: "ADR 0012: ingest must also serve NATS, so no Aedes type may enter it.",
      severity: "error",
      from: { path: "^broker/(ingest|store)/" },
      to: { path: "(^broker/(mqtt|http|dashboard)/)|(node_modules/aedes/)" },
    },
    {
      name: "games-import-the-sdk-only",
      severity: "error",
      from: { path: "^content/(games|template)/([^/]+)/" },
      to: { path: "^content/", pathNot: "^content/(sdk/|$1/$2/)" },
    },
    {
      name: "tools-know-neither-tests-nor-benchmarks",
      severity: "error",
      from: { path: "^(tools|e2e)/" },
      to: { path: "^bench/" },
    },
    { name: "tools-know-no-tests", severity: "error", from: { path: "^tools/" }, to: { path: "^e2e/" } },
    {
      name: "production-imports-no-tests-or-tools",
      severity: "error",
      // Folders called testing hold what only tests need.
      from: { path: "^(protocol|runtime|agent|broker|kiosk|content)/", pathNot: "\\.test\\.tsx?$|/testing/" },
      to: { path: "^(tools|e2e|bench)/|\\.test\\.tsx?$" },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.cache)/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
