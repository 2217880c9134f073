// Owns the robot's script in the browser: a host in the page, eyes in the game's frame.
import { z } from "zod";
import { type Eyes, openEyes } from "./eyes.ts";
import { openHost, type RobotHost } from "./host.ts";

declare global {
  interface Window {
    robotHost: RobotHost;
    robotEyes: Eyes;
  }
}

if (window === window.top) {
  z.config({ jitless: true });
  window.robotHost = openHost();
} else if (location.hash !== "") {
  window.robotEyes = openEyes();
}
