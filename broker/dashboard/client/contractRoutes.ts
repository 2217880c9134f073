// Owns the contract's plain values: each route's method and path, the paths of the live channel and of workbooks, and the bounds that pages show. The build runs this file on Node and ships only the result.
import { type Api, api, type RouteName } from "../../api/api.ts";

export { commandFilePath, fileKeptDays } from "../../api/commands.ts";
export { exportPath, importPath } from "../../api/exchange.ts";
export { difficultyBounds, fewestRuns, gameExportPath } from "../../api/games.ts";
export { livePath } from "../../api/live.ts";
export { mostPhotoBytes, ticketPhotoPath } from "../../api/tickets.ts";
export { usageExportPath } from "../../api/usage.ts";
export { mostVoiceBytes, recordingAudioPath } from "../../api/voices.ts";
export { watchAgainMs } from "../../api/watching.ts";

export type ContractRoutes = {
  readonly [Name in RouteName]: { readonly method: Api[Name]["method"]; readonly path: string };
};

// Object.fromEntries forgets the keys' types; they are exactly the table's own.
export const routes = Object.fromEntries(
  Object.entries(api).map(([name, { method, path }]) => [name, { method, path }]),
) as ContractRoutes;
