// Owns the line that says that something of the setup is not saved yet, and saves or discards it.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { FormError } from "../parts/FormError.tsx";
import { useTexts } from "./texts/useTexts.ts";

type SaveBarProps = {
  readonly saving: boolean;
  readonly error: Error | null;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What saving brings about. */
  readonly hint?: ReactNode;
};

export function SaveBar({ saving, error, canSave, onSave, onDiscard, hint }: SaveBarProps) {
  const { t, common } = useTexts();
  return (
    <div className="setup-save" role="status">
      <FormError error={error} />
      <div className="setup-save-row">
        <span>
          {t("unsaved")}
          {hint !== undefined && <small>{hint}</small>}
        </span>
        <Button variant="default" onClick={onDiscard}>
          {t("discard")}
        </Button>
        <Button loading={saving} disabled={!canSave} onClick={onSave}>
          {common("app.save")}
        </Button>
      </div>
    </div>
  );
}
