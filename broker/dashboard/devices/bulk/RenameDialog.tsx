// Owns the dialog that names the chosen devices by a pattern, with what comes of it before it is done.
import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FleetRow } from "../../../api/fleet.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { faultOf, renamed } from "./renamePattern.ts";
import type { ChangeMany } from "./useChangeMany.tsx";

type RenameDialogProps = {
  readonly rows: readonly FleetRow[];
  readonly many: ChangeMany;
  readonly onClose: () => void;
};

const highestNumber = 99;
const mostPreviewed = 6;

export function RenameDialog({ rows, many, onClose }: RenameDialogProps) {
  const { t, common } = useTexts();
  const [pattern, setPattern] = useState<string>(common("devices.number", { number: "#" }));
  const [start, setStart] = useState(1);
  const stations = rows.every(({ kind }) => kind === "station");
  const [withNumber, setWithNumber] = useState(false);
  const fault = faultOf(pattern, start, rows.length);
  const tooHigh = withNumber && start + rows.length - 1 > highestNumber;
  const names = renamed(
    rows.map(({ deviceId, name, stationNumber }) => ({ id: deviceId, name, stationNumber })),
    pattern,
    start,
  );
  const submit = () => {
    onClose();
    void many.change(
      rows.map(({ deviceId }, index) => {
        const { after = "", number = 1 } = names[index] ?? {};
        return {
          deviceId,
          values: { name: after, ...(withNumber ? { stationNumber: number } : {}) },
        };
      }),
      (count) => t("bulk.renamed", { count }),
    );
  };
  return (
    <Dialog opened onClose={onClose} title={t("bulk.renameTitle", { count: rows.length })} size="md">
      <div className="form-rows">
        <TextInput
          label={t("bulk.pattern")}
          description={t("bulk.patternHint")}
          value={pattern}
          maxLength={60}
          error={fault === null ? null : t(`bulk.${fault}`)}
          onChange={(event) => setPattern(event.currentTarget.value)}
          data-autofocus
        />
        <NumberInput
          label={t("bulk.start")}
          min={0}
          max={9999}
          value={start}
          error={tooHigh ? t("bulk.numberTooHigh") : null}
          onChange={(value) => setStart(Number(value) || 0)}
        />
        {stations && (
          <Checkbox
            label={t("bulk.setNumber")}
            checked={withNumber}
            disabled={start < 1}
            onChange={(event) => setWithNumber(event.currentTarget.checked)}
          />
        )}
        <div>
          <p className="soft small">{t("bulk.renameOrder")}</p>
          <ul className="rename-preview">
            {names.slice(0, mostPreviewed).map(({ id, before, after }) => (
              <li key={id}>
                <span className="soft">{before}</span> → <strong>{after}</strong>
              </li>
            ))}
            {names.length > mostPreviewed && (
              <li>
                … <strong>{names.at(-1)?.after}</strong>
              </li>
            )}
          </ul>
        </div>
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button disabled={fault !== null || tooHigh} onClick={submit}>
            {t("bulk.renameSubmit")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
