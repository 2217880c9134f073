// Owns choosing whose slots the month and the term show.
import { Select } from "@mantine/core";
import { useHubQuery } from "../../client/hubQuery.ts";
import { useTexts } from "../texts/useTexts.ts";

export type SpanFilter = { readonly roomId: string | null; readonly classId: string | null };

type SpanFiltersProps = {
  readonly filter: SpanFilter;
  readonly withClass: boolean;
  readonly onFilter: (filter: SpanFilter) => void;
};

export function SpanFilters({ filter, withClass, onFilter }: SpanFiltersProps) {
  const { t } = useTexts();
  const rooms = useHubQuery("listRooms", {}).data ?? [];
  const classes = useHubQuery("listClasses", {}).data ?? [];
  return (
    <>
      <Select
        aria-label={t("month.allRooms")}
        className="week-room-select"
        placeholder={t("month.allRooms")}
        clearable
        data={rooms
          .filter(({ kind }) => kind !== "office")
          .map(({ id, name }) => ({ value: id as string, label: name }))}
        value={filter.roomId}
        onChange={(roomId) => onFilter({ ...filter, roomId })}
      />
      {withClass && (
        <Select
          aria-label={t("month.allClasses")}
          className="week-room-select"
          placeholder={t("month.allClasses")}
          clearable
          searchable
          data={classes.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={filter.classId}
          onChange={(classId) => onFilter({ ...filter, classId })}
        />
      )}
    </>
  );
}
