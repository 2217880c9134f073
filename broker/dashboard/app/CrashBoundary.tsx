// Owns what is shown when a page's own code fails: a sentence and a way on, never a white screen.
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StalePage } from "../client/lazyPart.ts";

type CrashBoundaryProps = { readonly children: ReactNode };
type Crash = "none" | "stale" | "crashed";

const reloadedKey = "kidsmart-reloaded-at";
const notAgainMs = 60_000;

/** A page that the hub has in a newer build loads itself anew, though never in a circle. */
function reloadOnce(): void {
  const before = Number(sessionStorage.getItem(reloadedKey));
  if (Date.now() - before < notAgainMs) return;
  sessionStorage.setItem(reloadedKey, String(Date.now()));
  window.location.reload();
}

export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crash: Crash }> {
  override state: { readonly crash: Crash } = { crash: "none" };

  // React itself writes the error and its component stack to the console.
  static getDerivedStateFromError(error: unknown): { readonly crash: Crash } {
    return { crash: error instanceof StalePage ? "stale" : "crashed" };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof StalePage) reloadOnce();
  }

  override render() {
    const { crash } = this.state;
    return crash === "none" ? this.props.children : <Crashed stale={crash === "stale"} />;
  }
}

function Crashed({ stale }: { readonly stale: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty-state" role="alert">
      <h2>{t(stale ? "error.stale" : "error.crashed")}</h2>
      <p>{t(stale ? "error.staleHint" : "error.crashedHint")}</p>
      <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>
    </div>
  );
}
