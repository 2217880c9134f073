// Owns the row of search and filters above the devices list.
import { Checkbox, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeviceRow } from "../../api/devices.ts";
import type { DeviceFilter } from "./filterDevices.ts";

const lights = ["red", "yellow", "green", "grey"] as const;
const reachabilities = ["online", "lost", "stopped", "neverSeen"] as const;

type DeviceFiltersProps = {
  readonly rows: readonly DeviceRow[];
  readonly filter: DeviceFilter;
  readonly onChange: (filter: DeviceFilter) => void;
};

export function DeviceFilters({ rows, filter, onChange }: DeviceFiltersProps) {
  const { t } = useTranslation();
  const rooms = new Map(rows.map((row) => [row.roomId ?? "none", row.roomName ?? t("devices.noRoom")]));
  const hasRevoked = rows.some(({ revokedAt }) => revokedAt !== null);
  return (
    <search className="device-filters">
      <TextInput
        className="device-search"
        type="search"
        aria-label={t("devices.searchLabel")}
        placeholder={t("devices.search")}
        leftSection={<IconSearch size={17} />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <Select
        aria-label={t("devices.room")}
        placeholder={t("devices.allRooms")}
        clearable
        data={[...rooms].map(([value, label]) => ({ value, label }))}
        value={filter.roomId}
        onChange={(roomId) => onChange({ ...filter, roomId })}
      />
      <Select
        aria-label={t("devices.light")}
        placeholder={t("devices.allLights")}
        clearable
        data={lights.map((value) => ({ value, label: t(`light.${value}`) }))}
        value={filter.light}
        onChange={(value) => onChange({ ...filter, light: lights.find((light) => light === value) ?? null })}
      />
      <Select
        aria-label={t("devices.reachability")}
        placeholder={t("devices.allReachability")}
        clearable
        data={reachabilities.map((value) => ({ value, label: t(`reachability.${value}`) }))}
        value={filter.reachability}
        onChange={(value) =>
          onChange({ ...filter, reachability: reachabilities.find((one) => one === value) ?? null })
        }
      />
      {hasRevoked && (
        <Checkbox
          label={t("devices.showRevoked")}
          checked={filter.withRevoked}
          onChange={(event) => onChange({ ...filter, withRevoked: event.currentTarget.checked })}
        />
      )}
    </search>
  );
}
