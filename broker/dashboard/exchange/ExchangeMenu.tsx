// Owns the menu that brings the timetable in and out: Excel file out, Excel file in, calendars on phones.
//
// For the timetable page: `<ExchangeMenu from="2026-09-07" until="2027-05-31" view="draft" mayEdit mayPublish onTaken={…} />`,
// loaded lazily; it opens ImportDialog and FeedsDialog by itself. `from`/`until`: what "Tải Excel" covers; `onTaken` as in ImportDialog.
import { Button, Menu } from "@mantine/core";
import {
  IconCalendarShare,
  IconChevronDown,
  IconDownload,
  IconFileSpreadsheet,
  IconUpload,
} from "@tabler/icons-react";
import { useState } from "react";
import type { ChangeOutcome } from "../../api/timetable.ts";
import { FeedsDialog } from "./FeedsDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { type ExportWish, exportAddress } from "./workbookFiles.ts";

export type ExchangeMenuProps = ExportWish & {
  readonly mayEdit: boolean;
  /** May change the addresses of calendars. */
  readonly mayPublish: boolean;
  readonly onTaken?: (outcome: ChangeOutcome) => void;
};

export function ExchangeMenu({ mayEdit, mayPublish, onTaken, ...wish }: ExchangeMenuProps) {
  const t = useTexts();
  const [open, setOpen] = useState<"import" | "feeds" | null>(null);
  const address = exportAddress(wish);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={17} />}
            rightSection={<IconChevronDown size={15} />}
          >
            {t("menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={address} download leftSection={<IconDownload size={17} />}>
            {t("download")}
          </Menu.Item>
          {mayEdit && (
            <Menu.Item leftSection={<IconUpload size={17} />} onClick={() => setOpen("import")}>
              {t("upload")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCalendarShare size={17} />} onClick={() => setOpen("feeds")}>
            {t("phone")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "import" && (
        <ImportDialog
          templateAddress={address}
          onClose={() => setOpen(null)}
          {...(onTaken === undefined ? {} : { onTaken })}
        />
      )}
      {open === "feeds" && <FeedsDialog mayRenew={mayPublish} onClose={() => setOpen(null)} />}
    </>
  );
}
