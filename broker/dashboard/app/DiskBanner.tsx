// Owns what every page says when the hub's disk is full, or will be: what happened, what is safe, what to do.
import { IconDatabaseExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useFormat } from "../text/format.ts";

/** The live channel says when it changes; this is for a dashboard that missed it. */
const refetchMs = 5 * 60_000;
const mebibyte = 1024 * 1024;

/** For people who see rooms; only who looks after devices is told before it is full. */
export function DiskBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const looksAfterDevices = useAccount().permissions.includes("devices.manage");
  const disk = useHubQuery("showHubDisk", {}, { refetchIntervalMs: refetchMs }).data;
  if (disk === undefined || disk.state === "ok") return null;
  if (disk.state === "low" && !looksAfterDevices) return null;
  const free = disk.freeBytes === null ? "?" : format.size(disk.freeBytes / mebibyte);
  return (
    <div className="live-banner" data-disk={disk.state} role={disk.state === "full" ? "alert" : "status"}>
      <IconDatabaseExclamation size={20} aria-hidden="true" />
      <span>
        <strong>{t(`hubDisk.${disk.state}`, { free })}.</strong> {t(`hubDisk.${disk.state}Safe`)}{" "}
        {t(looksAfterDevices ? "hubDisk.toDo" : "hubDisk.tell")}
      </span>
    </div>
  );
}
