// Owns the menu that saves what the table shows as a file.
import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconFileSpreadsheet, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import type { FleetRow } from "../../api/fleet.ts";
import { useAccount } from "../account/account.ts";
import { hubNow } from "../client/hubClock.ts";
import { useErrorText } from "../parts/errorText.ts";
import { useFormat } from "../text/format.ts";
import { type ColumnKey, columnOf } from "./columns.ts";
import { csvOf, download, type Sheet, workbookOf } from "./exportRows.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useCellText } from "./useCellText.ts";

type ExportMenuProps = { readonly rows: readonly FleetRow[]; readonly chosen: readonly ColumnKey[] };

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Pixels on screen that a character of the workbook's font takes. */
const pxPerCharacter = 7.5;

export function ExportMenu({ rows, chosen }: ExportMenuProps) {
  const { t } = useTexts();
  const format = useFormat();
  const cellText = useCellText();
  const errorText = useErrorText();
  const { school } = useAccount();
  const [writing, setWriting] = useState(false);

  function sheet(): Sheet {
    const now = hubNow();
    return {
      title: t("exportTitle"),
      note: t("exportNote", { school: school.name, when: format.dateTime(now), count: rows.length }),
      head: chosen.map((key) => t(`column.${key}`)),
      rows: rows.map((row) => chosen.map((key) => cellText(key, row, now))),
      widths: chosen.map((key) => Math.round(columnOf(key).width / pxPerCharacter)),
    };
  }
  const name = (ending: string) =>
    `thiet-bi-${format.day(hubNow()).split("/").reverse().join("-")}.${ending}`;
  const told = () => notifications.show({ color: "lagoon", message: t("exported", { count: rows.length }) });

  async function saveWorkbook(): Promise<void> {
    setWriting(true);
    try {
      download((await workbookOf(sheet())) as BlobPart, workbookType, name("xlsx"));
      told();
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    } finally {
      setWriting(false);
    }
  }
  function saveText(): void {
    download(csvOf(sheet()), "text/csv;charset=utf-8", name("csv"));
    told();
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={17} />}
          loading={writing}
          disabled={rows.length === 0}
        >
          {t("exportMenu")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={17} />} onClick={() => void saveWorkbook()}>
          {t("exportXlsx")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={17} />} onClick={saveText}>
          {t("exportCsv")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
