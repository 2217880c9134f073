// Owns the fleet as a table: any columns, thousands of rows of which only those in sight are drawn, all of it by keyboard.
import { Checkbox, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { FleetRow } from "../../api/fleet.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { type ColumnKey, columnOf } from "./columns.ts";
import type { FleetFilter } from "./fleetFilter.ts";
import { all, nothing, type Selection, stretched, toggled } from "./selection.ts";
import { useTexts } from "./texts/useTexts.ts";
import { type CellText, useCellText } from "./useCellText.ts";
import { useWindowed } from "./useWindowed.ts";

const rowPx = 52;
const selectPx = 44;

type DeviceTableProps = {
  readonly rows: readonly FleetRow[];
  readonly chosen: readonly ColumnKey[];
  readonly filter: FleetFilter;
  readonly onChange: (filter: FleetFilter) => void;
  /** Null: nobody who may change anything looks. */
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
};

export const DeviceTable = memo(function DeviceTable(props: DeviceTableProps) {
  const { rows, chosen, filter, onChange, selection, onSelect } = props;
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const now = useHubNow(30_000);
  const cellText = useCellText();
  const ids = useMemo(() => rows.map(({ deviceId }) => deviceId as string), [rows]);
  const { ref, first, last, beforePx, afterPx } = useWindowed<HTMLTableSectionElement>(rows.length, rowPx);
  const [active, setActive] = useState(0);
  const current = Math.min(active, rows.length - 1);
  const scroller = useRef<HTMLDivElement>(null);

  function goTo(index: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    const box = scroller.current;
    const head = box?.querySelector("thead")?.clientHeight ?? 0;
    if (box !== null) {
      const top = next * rowPx;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowPx > box.scrollTop + box.clientHeight - head)
        box.scrollTop = top + rowPx - box.clientHeight + head;
    }
    // After the row that was out of sight is drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        box?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus({ preventScroll: true }),
      ),
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // Keys in a checkbox or a link are their own.
    if (event.target instanceof HTMLElement && event.target.tagName !== "TR") return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    const row = rows[current];
    if (step !== undefined) {
      const target = ids[Math.max(0, Math.min(ids.length - 1, step))];
      if (event.shiftKey && selection !== null && row !== undefined && target !== undefined) {
        const from = selection.anchor === null ? toggledOn(selection, row.deviceId) : selection;
        onSelect(stretched(from, target, ids));
      }
      goTo(step);
    } else if (event.key === "Enter" && row !== undefined) navigate(`/devices/${row.deviceId}`);
    else if (event.key === " " && row !== undefined && selection !== null)
      onSelect(toggled(selection, row.deviceId));
    else if (event.key === "a" && (event.ctrlKey || event.metaKey) && selection !== null) onSelect(all(ids));
    else if (event.key === "Escape" && selection !== null && selection.ids.size > 0) onSelect(nothing);
    else return;
    event.preventDefault();
  }

  const widthPx = chosen.reduce((sum, key) => sum + columnOf(key).width, selection === null ? 0 : selectPx);
  const everything = selection !== null && rows.length > 0 && selection.ids.size === rows.length;
  return (
    <div className="card device-table" ref={scroller}>
      <table
        className="data-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by arrow keys is a grid
        role="grid"
        aria-label={t("table")}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection !== null}
        style={{ minWidth: widthPx }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {selection !== null && <col style={{ width: selectPx }} />}
          {chosen.map((key) => (
            <col key={key} style={{ width: columnOf(key).width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection !== null && (
              <th scope="col" className="device-select">
                <Checkbox
                  size="xs"
                  aria-label={t("selectAll", { count: rows.length })}
                  checked={everything}
                  indeterminate={selection.ids.size > 0 && !everything}
                  onChange={() => onSelect(everything ? nothing : all(ids))}
                />
              </th>
            )}
            {chosen.map((key) => (
              <Head key={key} column={key} filter={filter} onChange={onChange} />
            ))}
          </tr>
        </thead>
        <tbody ref={ref}>
          {beforePx > 0 && <Spacer heightPx={beforePx} columns={chosen.length + 1} />}
          {rows.slice(first, last).map((row, place) => (
            <Row
              key={row.deviceId}
              row={row}
              index={first + place}
              chosen={chosen}
              now={now}
              cellText={cellText}
              selected={selection === null ? null : selection.ids.has(row.deviceId)}
              reachable={first + place === current || (current < first && place === 0)}
              onOpen={() => navigate(`/devices/${row.deviceId}`)}
              onFocus={() => setActive(first + place)}
              onPick={(stretch) => {
                if (selection !== null)
                  onSelect(
                    stretch ? stretched(selection, row.deviceId, ids) : toggled(selection, row.deviceId),
                  );
              }}
            />
          ))}
          {afterPx > 0 && <Spacer heightPx={afterPx} columns={chosen.length + 1} />}
        </tbody>
      </table>
    </div>
  );
});

const toggledOn = (selection: Selection, id: string): Selection => ({
  ids: new Set([...selection.ids, id]),
  anchor: id,
});

function Spacer({ heightPx, columns }: { readonly heightPx: number; readonly columns: number }) {
  return (
    <tr className="device-spacer">
      <td colSpan={columns} style={{ height: heightPx }} />
    </tr>
  );
}

type HeadProps = Pick<DeviceTableProps, "filter" | "onChange"> & { readonly column: ColumnKey };

function Head({ column, filter, onChange }: HeadProps) {
  const { t } = useTexts();
  const sorted = filter.sort === column;
  const name = t(`column.${column}`);
  return (
    <th
      scope="col"
      className={`${columnOf(column).figure ? "figure" : ""}${column === "name" ? " device-name-cell" : ""}`}
      {...(sorted
        ? { "aria-sort": filter.descending ? ("descending" as const) : ("ascending" as const) }
        : {})}
    >
      <UnstyledButton
        className="sort-button"
        onClick={() => onChange({ ...filter, sort: column, descending: sorted && !filter.descending })}
        title={t("sortBy", { column: name })}
      >
        {name}
        {sorted && (filter.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
      </UnstyledButton>
    </th>
  );
}

type RowProps = {
  readonly row: FleetRow;
  readonly index: number;
  readonly chosen: readonly ColumnKey[];
  readonly now: number;
  readonly cellText: CellText;
  readonly selected: boolean | null;
  readonly reachable: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  readonly onPick: (stretch: boolean) => void;
};

function Row(props: RowProps) {
  const { row, index, chosen, now, cellText, selected, reachable, onOpen, onFocus, onPick } = props;
  const { t } = useTexts();
  const click = (event: MouseEvent) => {
    if (selected !== null && (event.shiftKey || event.ctrlKey || event.metaKey)) onPick(event.shiftKey);
    else onOpen();
  };
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      tabIndex={reachable ? 0 : -1}
      className={row.revokedAt === null ? undefined : "device-revoked"}
      onClick={click}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
    >
      {selected !== null && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the row's own keys select, this only widens the box for the mouse
        <td
          className="device-select"
          onClick={(event) => {
            event.stopPropagation();
            onPick(event.shiftKey);
          }}
        >
          {/* The browser's own: a library's box for each of forty rows costs more than the rest of them. */}
          <input
            type="checkbox"
            className="device-check"
            tabIndex={-1}
            aria-label={t("select", { name: row.name })}
            checked={selected}
            readOnly
          />
        </td>
      )}
      {chosen.map((key) => (
        <td
          key={key}
          className={`${columnOf(key).figure ? "figure" : ""}${key === "name" ? " device-name-cell" : ""}`}
        >
          {key === "name" ? (
            <NameCell row={row} />
          ) : key === "light" ? (
            <LightCell row={row} />
          ) : (
            <TextCell text={cellText(key, row, now)} />
          )}
        </td>
      ))}
    </tr>
  );
}

function TextCell({ text }: { readonly text: string }) {
  if (text === "") return <span className="soft">–</span>;
  return (
    <span className="device-cell" title={text}>
      {text}
    </span>
  );
}

function NameCell({ row }: { readonly row: FleetRow }) {
  const { common } = useTexts();
  return (
    <Link
      href={`/devices/${row.deviceId}`}
      className="device-name"
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      <Emblem name={row.emblem} size={28} />
      <span>
        <strong>{row.name}</strong>
        <span className="soft small">{row.model ?? common(`kind.${row.kind}`)}</span>
      </span>
    </Link>
  );
}

function LightCell({ row }: { readonly row: FleetRow }) {
  const { common } = useTexts();
  if (row.revokedAt !== null) return <span className="tag">{common("devices.revoked")}</span>;
  const [reason] = row.reasons;
  return (
    <span className="device-light" title={row.reasons.join(" ")}>
      <HealthLight light={row.light} withLabel={reason === undefined} />
      {reason !== undefined && <span className="device-cell">{reason}</span>}
    </span>
  );
}
