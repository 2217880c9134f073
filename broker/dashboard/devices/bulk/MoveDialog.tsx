// Owns the dialog that moves the chosen devices to another room.
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { FleetRow } from "../../../api/fleet.ts";
import { useHubQuery } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useTexts } from "../texts/useTexts.ts";
import type { ChangeMany } from "./useChangeMany.tsx";

type MoveDialogProps = {
  readonly rows: readonly FleetRow[];
  readonly many: ChangeMany;
  readonly onClose: () => void;
};

const noRoom = "none";

export function MoveDialog({ rows, many, onClose }: MoveDialogProps) {
  const { t, common } = useTexts();
  const rooms = useHubQuery("listRooms", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const move = () => {
    const roomId = rooms.data?.find(({ id }) => id === chosen)?.id ?? null;
    onClose();
    void many.change(
      rows.map(({ deviceId }) => ({ deviceId, values: { roomId } })),
      (count) => t("bulk.moved", { count }),
    );
  };
  return (
    <Dialog opened onClose={onClose} title={t("bulk.moveTitle", { count: rows.length })} size="sm">
      <div className="form-rows">
        <Select
          label={t("bulk.moveTo")}
          description={t("bulk.moveHint")}
          data={[
            ...(rooms.data ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
            { value: noRoom, label: t("bulk.moveNone") },
          ]}
          value={chosen}
          onChange={setChosen}
          searchable
          data-autofocus
        />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button disabled={chosen === null} onClick={move}>
            {t("bulk.moveSubmit")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
