// Owns the devices list: search, filters, order, and the way to each device.

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { DeviceCards } from "./DeviceCards.tsx";
import { DeviceFilters } from "./DeviceFilters.tsx";
import { DeviceTable } from "./DeviceTable.tsx";
import { type DeviceFilter, everything, filterDevices } from "./filterDevices.ts";
import "./devices.css";

const AddDeviceDialog = lazyPart(
  async () => (await import("../enrolment/AddDeviceDialog.tsx")).AddDeviceDialog,
);

export function DevicesPage() {
  const { t } = useTranslation();
  const mayAdd = usePermission("devices.manage");
  const devices = useHubQuery("listDevices", {});
  const [filter, setFilter] = useState<DeviceFilter>(everything);
  const [adding, setAdding] = useState(false);
  const rows = devices.data;
  const shown = useMemo(() => (rows === undefined ? [] : filterDevices(rows, filter)), [rows, filter]);
  const inUse = rows?.filter(({ revokedAt }) => filter.withRevoked || revokedAt === null).length ?? 0;
  const addButton = mayAdd && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      {t("devices.add")}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t("devices.title")}
        lead={
          rows &&
          (shown.length === inUse
            ? t("devices.count", { count: inUse })
            : t("devices.filtered", { shown: shown.length, count: inUse }))
        }
        actions={rows !== undefined && rows.length > 0 && addButton}
      />
      {rows === undefined ? (
        devices.isError ? (
          <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
        ) : (
          <LoadingRows rows={8} height={44} />
        )
      ) : rows.length === 0 ? (
        <EmptyState
          emblem="desktop-computer"
          title={t("devices.empty")}
          hint={t("devices.emptyHint")}
          action={addButton}
        />
      ) : (
        <>
          <DeviceFilters rows={rows} filter={filter} onChange={setFilter} />
          {shown.length === 0 ? (
            <EmptyState
              emblem="owl"
              title={t("devices.nothingFound")}
              hint={t("devices.nothingFoundHint")}
              action={
                <Button variant="default" onClick={() => setFilter({ ...everything, sort: filter.sort })}>
                  {t("devices.clearFilters")}
                </Button>
              }
            />
          ) : (
            <>
              <DeviceTable rows={shown} filter={filter} onChange={setFilter} />
              <DeviceCards rows={shown} />
            </>
          )}
        </>
      )}
      <Suspense fallback={null}>
        {adding && <AddDeviceDialog roomId={null} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  );
}
