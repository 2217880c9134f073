// Owns the line that says that something is not saved yet, and saves or discards it.
import { Button } from "@mantine/core";
import { FormError } from "../parts/FormError.tsx";
import { useTexts } from "./texts/useTexts.ts";

type SaveBarProps = {
  readonly saving: boolean;
  readonly error: Error | null;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

export function SaveBar({ saving, error, canSave, onSave, onDiscard }: SaveBarProps) {
  const { t, common } = useTexts();
  return (
    <div className="save-bar" role="status">
      <FormError error={error} />
      <div className="save-bar-row">
        <span>{t("unsaved")}</span>
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
