// Owns the kiosk's own addresses: one scheme for the renderer, one for games, where every game is an origin of its own.
export const rendererScheme = "kiosk";
export const rendererHost = "app";
export const rendererOrigin = `${rendererScheme}://${rendererHost}`;
export const rendererPage = `${rendererOrigin}/index.html`;
export const gameScheme = "game";
