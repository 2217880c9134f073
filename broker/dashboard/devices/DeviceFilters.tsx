// Owns the row of search and filters above the fleet; all of it stands in the address.
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconSearch, IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { FleetRow } from "../../api/fleet.ts";
import { versionOf } from "./filterDevices.ts";
import { everything, type FleetFilter, isNarrowed, kinds, lights, reachabilities } from "./fleetFilter.ts";
import { problems } from "./problems.ts";
import { useTexts } from "./texts/useTexts.ts";

type DeviceFiltersProps = {
  readonly rows: readonly FleetRow[];
  readonly filter: FleetFilter;
  readonly onChange: (filter: FleetFilter) => void;
};

const collator = new Intl.Collator("vi", { numeric: true });

export function DeviceFilters({ rows, filter, onChange }: DeviceFiltersProps) {
  const { t, common } = useTexts();
  const beyond = [filter.kind, filter.reachability, filter.version, filter.problem].some(
    (each) => each !== null,
  );
  const [more, setMore] = useState(beyond || filter.withRevoked);
  const { rooms, versions } = useMemo(
    () => ({
      rooms: [
        ...new Map(
          rows.map(({ roomId, roomName }) => [roomId ?? "none", roomName ?? common("devices.noRoom")]),
        ),
      ]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => collator.compare(a.label, b.label)),
      versions: [...new Set(rows.flatMap((row) => versionOf(row) ?? []))].sort(collator.compare).reverse(),
    }),
    [rows, common],
  );
  return (
    <search className="device-filters">
      <TextInput
        className="device-search"
        type="search"
        aria-label={common("devices.searchLabel")}
        placeholder={t("search")}
        leftSection={<IconSearch size={17} />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <Choice
        label={common("devices.room")}
        every={common("devices.allRooms")}
        options={rooms}
        value={filter.roomId}
        onChange={(roomId) => onChange({ ...filter, roomId })}
        searchable={rooms.length > 12}
      />
      <Choice
        label={common("devices.light")}
        every={common("devices.allLights")}
        options={lights.map((value) => ({ value, label: common(`light.${value}`) }))}
        value={filter.light}
        onChange={(light) => onChange({ ...filter, light })}
      />
      {more && (
        <>
          <Choice
            label={t("problem")}
            every={t("allProblems")}
            options={problems.map((value) => ({ value, label: t(`problems.${value}`) }))}
            value={filter.problem}
            onChange={(problem) => onChange({ ...filter, problem })}
          />
          <Choice
            label={common("devices.reachability")}
            every={common("devices.allReachability")}
            options={reachabilities.map((value) => ({ value, label: common(`reachability.${value}`) }))}
            value={filter.reachability}
            onChange={(reachability) => onChange({ ...filter, reachability })}
          />
          <Choice
            label={t("kind")}
            every={t("allKinds")}
            options={kinds.map((value) => ({ value, label: common(`kind.${value}`) }))}
            value={filter.kind}
            onChange={(kind) => onChange({ ...filter, kind })}
          />
          <Choice
            label={t("version")}
            every={t("allVersions")}
            options={versions.map((value) => ({ value, label: value }))}
            value={filter.version}
            onChange={(version) => onChange({ ...filter, version })}
          />
          <Checkbox
            label={common("devices.showRevoked")}
            checked={filter.withRevoked}
            onChange={(event) => onChange({ ...filter, withRevoked: event.currentTarget.checked })}
          />
        </>
      )}
      <div className="device-filters-end">
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconAdjustmentsHorizontal size={17} />}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {t(more ? "fewer" : "more")}
        </Button>
        {(isNarrowed(filter) || filter.withRevoked) && (
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconX size={15} />}
            onClick={() =>
              onChange({ ...everything, view: filter.view, sort: filter.sort, descending: filter.descending })
            }
          >
            {t("clear")}
          </Button>
        )}
      </div>
    </search>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly every: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly searchable?: boolean;
};

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, every, options, value, onChange, searchable = false } = props;
  return (
    <Select
      aria-label={label}
      placeholder={every}
      clearable
      searchable={searchable}
      data={[...options]}
      value={value}
      onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value ?? null)}
    />
  );
}
