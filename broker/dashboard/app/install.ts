// Owns putting the dashboard on a phone's home screen: the browser's own offer is kept until somebody takes it up.
import { create } from "zustand";

/** Chromium's; other browsers have it in their menu only. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

type InstallState = { readonly offer: InstallOffer | null };
export const useInstall = create<InstallState>(() => ({ offer: null }));

const refusedKey = "kidsmart-install-later";

/** Called once, before anything is drawn: the browser offers it early and once. */
export function watchInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    useInstall.setState({ offer: event as InstallOffer });
  });
  window.addEventListener("appinstalled", () => useInstall.setState({ offer: null }));
}

export async function takeInstallOffer(): Promise<void> {
  const { offer } = useInstall.getState();
  // It can be asked only once; a new one comes with the next visit.
  useInstall.setState({ offer: null });
  await offer?.prompt();
}

export const isInstalled = (): boolean => window.matchMedia("(display-mode: standalone)").matches;

export const wasInstallPutOff = (): boolean => localStorage.getItem(refusedKey) !== null;
export const putOffInstall = (): void => localStorage.setItem(refusedKey, "1");
