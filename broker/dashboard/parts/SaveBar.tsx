// Owns the line that says that something is not saved yet, and saves or discards it.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "./FormError.tsx";

type SaveBarProps = {
  /** That something is not saved, and how it is let go, in the page's words. */
  readonly words: { readonly unsaved: string; readonly discard: string };
  readonly saving: boolean;
  readonly error: Error | null;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What saving brings about. */
  readonly hint?: ReactNode;
};

export function SaveBar({ words, saving, error, canSave, onSave, onDiscard, hint }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className="save-bar" role="status">
      <FormError error={error} />
      <div className="save-bar-row">
        <span>
          {words.unsaved}
          {hint !== undefined && <small>{hint}</small>}
        </span>
        <Button variant="default" onClick={onDiscard}>
          {words.discard}
        </Button>
        <Button loading={saving} disabled={!canSave} onClick={onSave}>
          {t("app.save")}
        </Button>
      </div>
    </div>
  );
}
