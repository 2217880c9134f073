// Owns the dialog of what became of each device when not all could be changed.
import { Button } from "@mantine/core";
import type { FleetRow } from "../../../api/fleet.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useTexts } from "../texts/useTexts.ts";
import type { Result } from "./changeMany.ts";

type ChangeResultsProps = {
  readonly results: readonly Result[];
  readonly rows: readonly FleetRow[];
  readonly onClose: () => void;
};

const isWell = ({ outcome }: Result) => outcome === "changed" || outcome === "same";

export function ChangeResults({ results, rows, onClose }: ChangeResultsProps) {
  const { t } = useTexts();
  const names = new Map(rows.map(({ deviceId, name }) => [deviceId, name]));
  // Those that need a person first.
  const sorted = [...results].sort((a, b) => Number(isWell(a)) - Number(isWell(b)));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("bulk.failed", { count: results.filter((result) => !isWell(result)).length })}
      size="md"
    >
      <h3 className="small soft">{t("bulk.results")}</h3>
      <ul className="change-results">
        {sorted.map((result) => (
          <li key={result.change.deviceId} className={isWell(result) ? undefined : "change-failed"}>
            <strong>
              {names.get(result.change.deviceId) ?? result.before.name ?? result.change.values.name}
            </strong>
            <span>{t(`bulk.${result.outcome}`)}</span>
          </li>
        ))}
      </ul>
      <div className="form-end">
        <Button onClick={onClose} data-autofocus>
          {t("bulk.close")}
        </Button>
      </div>
    </Dialog>
  );
}
