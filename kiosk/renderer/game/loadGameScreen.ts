// Owns when the game host is loaded: after the menu can be used, before the first game is chosen.
export const loadGameScreen = () => import("./GameScreen.tsx");
