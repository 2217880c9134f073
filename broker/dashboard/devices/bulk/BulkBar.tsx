// Owns what can be done with the chosen devices: it stands below the table while some are chosen.
import { ActionIcon, Button, Menu, Progress } from "@mantine/core";
import { IconDoorEnter, IconLockOpen, IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { FleetRow, FleetValues } from "../../../api/fleet.ts";
import { useTexts } from "../texts/useTexts.ts";
import { ChangeResults } from "./ChangeResults.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { useChangeMany } from "./useChangeMany.tsx";

type BulkBarProps = {
  /** In the order shown. */
  readonly rows: readonly FleetRow[];
  readonly onNone: () => void;
  /** Commands, where somebody may send them. */
  readonly commands?: React.ReactNode;
  readonly mayManage: boolean;
};

export function BulkBar({ rows, onNone, commands, mayManage }: BulkBarProps) {
  const { t } = useTexts();
  const many = useChangeMany();
  const [dialog, setDialog] = useState<"move" | "rename" | null>(null);
  const close = () => setDialog(null);
  const usable = rows.filter(({ revokedAt }) => revokedAt === null);
  const permit = (values: FleetValues) =>
    void many.change(
      usable.map(({ deviceId }) => ({ deviceId, values })),
      (count) => t("bulk.permitted", { count }),
    );
  const { running } = many;
  const nothingToShow = rows.length === 0 && running === null && many.failed === null;
  return (
    <>
      {!nothingToShow && (rows.length > 0 || running !== null) && (
        <section className="bulk-bar" aria-label={t("selected", { count: rows.length })}>
          {running === null ? (
            <>
              <ActionIcon variant="subtle" color="gray" onClick={onNone} aria-label={t("selectNone")}>
                <IconX size={18} />
              </ActionIcon>
              <strong aria-live="polite">{t("selected", { count: rows.length })}</strong>
              <span className="bulk-actions">
                {mayManage && usable.length > 0 && (
                  <>
                    <Button
                      variant="default"
                      size="compact-md"
                      leftSection={<IconDoorEnter size={17} />}
                      onClick={() => setDialog("move")}
                    >
                      {t("bulk.move")}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-md"
                      leftSection={<IconPencil size={17} />}
                      onClick={() => setDialog("rename")}
                    >
                      {t("bulk.rename")}
                    </Button>
                    <Menu position="top" shadow="md">
                      <Menu.Target>
                        <Button variant="default" size="compact-md" leftSection={<IconLockOpen size={17} />}>
                          {t("bulk.permit")}
                        </Button>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item onClick={() => permit({ allowReboot: true })}>
                          {t("bulk.allowReboot")}
                        </Menu.Item>
                        <Menu.Item onClick={() => permit({ allowReboot: false })}>
                          {t("bulk.forbidReboot")}
                        </Menu.Item>
                        <Menu.Item onClick={() => permit({ allowScreenshot: true })}>
                          {t("bulk.allowScreenshot")}
                        </Menu.Item>
                        <Menu.Item onClick={() => permit({ allowScreenshot: false })}>
                          {t("bulk.forbidScreenshot")}
                        </Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  </>
                )}
                {commands}
              </span>
            </>
          ) : (
            <>
              <span role="status" className="bulk-progress">
                {t("bulk.working", running)}
                <Progress value={(running.done / running.count) * 100} aria-hidden="true" />
              </span>
              <Button variant="default" size="compact-md" onClick={many.stop}>
                {t("bulk.stopped")}
              </Button>
            </>
          )}
        </section>
      )}
      {dialog === "move" && <MoveDialog rows={usable} many={many} onClose={close} />}
      {dialog === "rename" && <RenameDialog rows={usable} many={many} onClose={close} />}
      {many.failed !== null && <ChangeResults results={many.failed} rows={rows} onClose={many.forget} />}
    </>
  );
}
