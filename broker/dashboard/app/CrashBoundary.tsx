// Owns what is shown when a page's own code fails: a sentence and a way on, never a white screen.
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

type CrashBoundaryProps = { readonly children: ReactNode };

export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  // React itself writes the error and its component stack to the console.
  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <div className="empty-state" role="alert">
      <h2>{t("error.crashed")}</h2>
      <p>{t("error.crashedHint")}</p>
      <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>
    </div>
  );
}
