// Owns what every page in the kiosk is refused: permissions, windows, navigation, downloads, embedded views.
import type { Session, WebContents } from "electron";
import { rendererPage } from "./addresses.ts";

/** Nobody listens there: what would leave the machine ends at it. Not even this machine's own ports are exempt. */
const nowhere = {
  mode: "fixed_servers",
  proxyRules: "socks5://127.0.0.1:1",
  proxyBypassRules: "<-loopback>",
} as const;

export function hardenSession(session: Session, onProblem: (detail: string) => void): void {
  // Everything the pages need comes by the kiosk's own schemes. Content-Security-Policies refuse the rest already, but
  // none of them holds back WebRTC.
  session
    .setProxy(nowhere)
    .catch((error: unknown) => onProblem(`the network is not closed: ${String(error)}`));
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}

export function hardenPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: "deny" }));
  // With TCP alone WebRTC goes by the proxy, and so nowhere.
  page.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  page.on("will-navigate", (event) => {
    if (event.url !== rendererPage) event.preventDefault();
  });
  page.on("will-redirect", (event) => event.preventDefault());
  page.on("will-attach-webview", (event) => event.preventDefault());
}

/** Keys that would lead out of the kiosk or change how it looks; the system's own keys are the lockdown script's work. */
export function blockEscapeKeys(page: WebContents): void {
  const alone = new Set(["F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12", "BrowserBack", "BrowserForward"]);
  const withControl = new Set([
    "+",
    "-",
    "=",
    "0",
    "a",
    "f",
    "g",
    "h",
    "i",
    "j",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "w",
  ]);
  page.on("before-input-event", (event, input) => {
    const key = input.key.length === 1 ? input.key.toLowerCase() : input.key;
    const blocked =
      alone.has(key) ||
      ((input.control || input.meta) && withControl.has(key)) ||
      (input.alt && ["F4", "ArrowLeft", "ArrowRight", "Home"].includes(key));
    if (blocked) event.preventDefault();
  });
}
