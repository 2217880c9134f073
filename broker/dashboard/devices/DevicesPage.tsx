// Owns the fleet's page: the lights of all rooms or a table of any columns, filtered by what stands in the address.
import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCalendarClock, IconLayoutGrid, IconPlus, IconTable } from "@tabler/icons-react";
import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { FleetRow } from "../../api/fleet.ts";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { BulkBar } from "./bulk/BulkBar.tsx";
import { ColumnMenu } from "./ColumnMenu.tsx";
import { DeviceCards } from "./DeviceCards.tsx";
import { DeviceFilters } from "./DeviceFilters.tsx";
import { DeviceTable } from "./DeviceTable.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { filterDevices } from "./filterDevices.ts";
import { addressOf, everything, type FleetFilter, filterFrom } from "./fleetFilter.ts";
import { LightSummary } from "./LightSummary.tsx";
import { RoomLights } from "./RoomLights.tsx";
import { nothing, type Selection, within } from "./selection.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useColumns } from "./useColumns.ts";
import "./devices.css";

const AddDeviceDialog = lazyPart(
  async () => (await import("../enrolment/AddDeviceDialog.tsx")).AddDeviceDialog,
);

const CommandMenu = lazyPart(async () => (await import("../commands/CommandMenu.tsx")).CommandMenu);

export function DevicesPage() {
  const { common } = useTexts();
  const mayAdd = usePermission("devices.manage");
  const fleet = useHubQuery("listFleet", {});
  const [adding, setAdding] = useState(false);
  const rows = fleet.data;
  const addButton = mayAdd && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      {common("devices.add")}
    </Button>
  );
  const isEmpty = rows?.every(({ revokedAt }) => revokedAt !== null);
  return (
    <>
      {rows === undefined || rows.length === 0 ? (
        <PageHeader title={common("devices.title")} />
      ) : (
        <Fleet rows={rows} addButton={addButton} />
      )}
      {rows === undefined ? (
        fleet.isError ? (
          <ErrorState error={fleet.error} onRetry={() => void fleet.refetch()} />
        ) : (
          <LoadingRows rows={8} height={44} />
        )
      ) : (
        isEmpty && (
          <EmptyState
            emblem="desktop-computer"
            title={common("devices.empty")}
            hint={common("devices.emptyHint")}
            action={addButton}
          />
        )
      )}
      <Suspense fallback={null}>
        {adding && <AddDeviceDialog roomId={null} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  );
}

type FleetProps = { readonly rows: readonly FleetRow[]; readonly addButton: React.ReactNode };

function Fleet({ rows, addButton }: FleetProps) {
  const { t, common } = useTexts();
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterFrom(search), [search]);
  const change = useCallback(
    (next: FleetFilter) => setSearch(addressOf(next), { replace: true }),
    [setSearch],
  );
  // Letters appear as they are typed; what lists rows is drawn once, after them.
  const sought = useDeferredValue(filter);
  const shown = useMemo(() => filterDevices(rows, sought), [rows, sought]);
  const columns = useColumns();
  const { selection, setSelection, selected } = useSelection(shown);
  const mayManage = usePermission("devices.manage");
  const mayCommand = usePermission("devices.command");
  const inUse = rows.filter(({ revokedAt }) => filter.withRevoked || revokedAt === null).length;
  const table = filter.view === "table";
  const onPhone = useMediaQuery("(max-width: 720px)", false, { getInitialValueInEffect: false });
  return (
    <>
      <PageHeader
        title={common("devices.title")}
        lead={
          shown.length === inUse
            ? common("devices.count", { count: inUse })
            : common("devices.filtered", { shown: shown.length, count: inUse })
        }
        actions={
          <>
            <SegmentedControl
              aria-label={t("view.label")}
              value={filter.view}
              onChange={(view) => change({ ...filter, view: view === "table" ? "table" : "rooms" })}
              data={[
                {
                  value: "rooms",
                  label: <ViewLabel icon={<IconLayoutGrid size={16} />} text={t("view.rooms")} />,
                },
                {
                  value: "table",
                  label: <ViewLabel icon={<IconTable size={16} />} text={t("view.table")} />,
                },
              ]}
            />
            {mayCommand && (
              <Button
                component={Link}
                href="/devices/schedules"
                variant="default"
                leftSection={<IconCalendarClock size={17} />}
              >
                {t("schedules")}
              </Button>
            )}
            {table && <ColumnMenu columns={columns} />}
            <ExportMenu rows={shown} chosen={columns.chosen} />
            {addButton}
          </>
        }
      />
      <LightSummary rows={rows} filter={sought} onChange={change} />
      <DeviceFilters rows={rows} filter={filter} onChange={change} />
      {shown.length === 0 ? (
        <EmptyState
          emblem="owl"
          title={common("devices.nothingFound")}
          hint={common("devices.nothingFoundHint")}
          action={
            <Button variant="default" onClick={() => change({ ...everything, view: filter.view })}>
              {common("devices.clearFilters")}
            </Button>
          }
        />
      ) : table ? (
        onPhone ? (
          <DeviceCards rows={shown} />
        ) : (
          <DeviceTable
            rows={shown}
            chosen={columns.chosen}
            filter={sought}
            onChange={change}
            selection={mayManage || mayCommand ? selection : null}
            onSelect={setSelection}
          />
        )
      ) : (
        <RoomLights rows={shown} filter={sought} onChange={change} />
      )}
      <BulkBar
        rows={table ? selected : []}
        onNone={() => setSelection(nothing)}
        mayManage={mayManage}
        commands={
          mayCommand && (
            <Suspense fallback={null}>
              <CommandMenu
                deviceIds={selected.flatMap(({ deviceId, revokedAt }) =>
                  revokedAt === null ? deviceId : [],
                )}
                buttonProps={{ size: "compact-md" }}
              />
            </Suspense>
          )
        }
      />
    </>
  );
}

function ViewLabel({ icon, text }: { readonly icon: React.ReactNode; readonly text: string }) {
  return (
    <span className="fleet-view">
      {icon}
      {text}
    </span>
  );
}

function useSelection(shown: readonly FleetRow[]) {
  const [selection, setSelection] = useState<Selection>(nothing);
  const ids = useMemo(() => shown.map(({ deviceId }) => deviceId as string), [shown]);
  useEffect(() => setSelection((now) => within(now, ids)), [ids]);
  const selected = useMemo(
    () => (selection.ids.size === 0 ? [] : shown.filter(({ deviceId }) => selection.ids.has(deviceId))),
    [shown, selection],
  );
  return { selection, setSelection, selected };
}
