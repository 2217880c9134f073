// Owns the week as it is worked on: grid and classes beside it, dragging, keys, selection, and the dialogs they open.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy, IconTrash, IconX } from "@tabler/icons-react";
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SlotId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { localTimeOf } from "../../../../protocol/timetable/zone.ts";
import type { DraftSlot, Week } from "../../../api/timetable.ts";
import { hubNow } from "../../client/hubClock.ts";
import { planPaste } from "../changes/clipboard.ts";
import { putOf, removeOf } from "../changes/slotChanges.ts";
import { newSlotId, useEditing } from "../changes/useEditing.ts";
import { type Carry, makeCarry, type Source } from "../drag/carry.ts";
import { dragByPointer } from "../drag/pointerDrag.ts";
import { useTexts } from "../texts/useTexts.ts";
import { ClassPalette } from "./ClassPalette.tsx";
import { conflictSentences } from "./conflictText.ts";
import { DayList } from "./DayList.tsx";
import { type Load, nextLesson, type PlaceVerdict, verdictsFor } from "./placement.ts";
import { SlotDialog, type SlotDialogState } from "./SlotDialog.tsx";
import { SlotPopover } from "./SlotPopover.tsx";
import { type Announce, useGridKeys } from "./useGridKeys.ts";
import { useWeekNames } from "./useWeekNames.ts";
import { WeekTable } from "./WeekTable.tsx";
import { isOver, type WeekLayout } from "./weekRows.ts";

type WeekBoardProps = {
  readonly week: Week;
  readonly layout: WeekLayout;
  readonly editable: boolean;
  readonly marks: boolean;
  /** Slots of the weeks before, for the lesson that comes next. */
  readonly earlier: readonly PlacedSlot[];
  readonly onCopyFollowing: (slot: DraftSlot) => void;
  /** Null: the whole grid fits. */
  readonly narrow: boolean;
};

/** What was copied, for as long as the page is open: it can be pasted in another week. */
let copied: readonly PlacedSlot[] = [];

export function WeekBoard(props: WeekBoardProps) {
  const { week, layout, editable, marks, earlier, onCopyFollowing, narrow } = props;
  const { t } = useTexts();
  const names = useWeekNames(week);
  const editing = useEditing();
  const root = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLParagraphElement>(null);
  const carry = useRef<Carry | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<SlotId>>(new Set());
  const [opened, setOpened] = useState<SlotId | null>(null);
  const [dialog, setDialog] = useState<SlotDialogState | null>(null);

  const { date: today, minute } = localTimeOf(hubNow(), week.zone);
  const isDone = (slot: DraftSlot) => isOver(slot, { today, minute });
  const cells = layout.rows.flatMap(({ bands }) => bands.flatMap((band) => band.cells));
  const placeOf = (key: string | null | undefined) => cells.find((cell) => cell.key === key)?.place ?? null;
  const slotOf = (id: SlotId) => week.slots.find((slot) => slot.id === id);
  const lessonFor = (classId: PlacedSlot["classId"]) => {
    const schoolClass = week.classes.find(({ id }) => id === classId);
    const before = [...earlier, ...week.slots].filter((slot) => slot.classId === classId);
    return schoolClass && nextLesson(week.lessons, schoolClass.ageBand, before);
  };
  const loadOf = (source: Source, copy: boolean): Load | null => {
    if (source.kind === "class") {
      const lesson = lessonFor(source.classId);
      return lesson === undefined ? null : { id: newSlotId(), classId: source.classId, lessonId: lesson.id };
    }
    const slot = slotOf(source.slotId);
    return slot === undefined ? null : copy ? { ...slot, id: newSlotId() } : slot;
  };
  const put = (wanted: PlacedSlot, old: DraftSlot | undefined, label: string) =>
    void editing.change([putOf(wanted, old?.revision ?? null)], label);

  const onDrop = (source: Source, { wanted, place }: PlaceVerdict, copy: boolean) => {
    const old = source.kind === "slot" ? slotOf(source.slotId) : undefined;
    const className = names.className(wanted.classId);
    if (source.kind === "class" || copy || old === undefined)
      return put(
        wanted,
        undefined,
        t(source.kind === "class" ? "did.add" : "did.copy", { class: className }),
      );
    const stays = old.roomId === place.roomId && old.date === place.date && old.periodId === place.periodId;
    if (!stays) put(wanted, old, t("did.move", { class: className }));
  };
  const planFor = (source: Source, copy: boolean) => {
    const load = loadOf(source, copy);
    if (load === null) return null;
    const verdicts = verdictsFor(load, layout, week);
    const sentence = (key: string) => {
      const at = verdicts.get(key);
      if (at === undefined) return "";
      if (at.conflicts.length === 0) return t("conflict.fits");
      return conflictSentences(at.conflicts, at.wanted, week, t).join(" ");
    };
    return { verdicts, sentence };
  };

  // The drag outlives renders: it asks for what holds now.
  const now = useRef({ planFor, onDrop });
  now.current = { planFor, onDrop };
  const copyWord = t("drag.copying");
  useEffect(() => {
    if (!editable || root.current === null || ghost.current === null) return;
    const held = makeCarry(root.current, {
      planFor: (source, copy) => now.current.planFor(source, copy),
      onDrop: (source, target, copy) => now.current.onDrop(source, target, copy),
    });
    carry.current = held;
    const stop = dragByPointer(root.current, held, { ghost: ghost.current, copyWord });
    return () => {
      stop();
      carry.current = null;
    };
  }, [editable, copyWord]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another week or other slots change what fits
  useLayoutEffect(() => carry.current?.refresh(), [week, layout]);
  // A button that goes takes the focus with it: what stands in its cell afterwards gets it.
  const focusAt = useRef<{ readonly key: string; readonly on: "slot" | "add" } | null>(null);
  useLayoutEffect(() => {
    if (focusAt.current === null) return;
    const slot = root.current?.querySelector<HTMLElement>(
      `td[data-key="${CSS.escape(focusAt.current.key)}"] [data-${focusAt.current.on}]`,
    );
    if (slot == null) return;
    focusAt.current = null;
    slot.focus();
  });

  const say = (words: string) => {
    if (live.current !== null) live.current.textContent = words;
  };
  const whatOf = (source: Source) =>
    names.className(
      source.kind === "class" ? source.classId : (slotOf(source.slotId)?.classId ?? ("" as never)),
    );
  const announce: Announce = {
    lifted: (source) => say(t("drag.lifted", { what: whatOf(source) })),
    over() {
      const at = carry.current?.verdict();
      const verdict = carry.current?.sentence() ?? "";
      if (at === undefined) return;
      say(t("drag.over", { where: names.place(at.place), verdict }));
      showWords(verdict, at.verdict);
    },
    dropped(source, key) {
      const place = placeOf(key);
      say(t("drag.dropped", { what: whatOf(source), where: place == null ? "" : names.place(place) }));
      showWords("", "");
    },
    refused: () => say(t("drag.refused", { why: carry.current?.sentence() ?? "" })),
    cancelled(source) {
      say(t("drag.cancelled", { what: whatOf(source) }));
      showWords("", "");
    },
  };
  const [keyWords, setKeyWords] = useState({ words: "", verdict: "" });
  const showWords = (words: string, verdict: string) => setKeyWords({ words, verdict });

  const removeSlots = (ids: readonly SlotId[]) => {
    const asked = ids.flatMap((id) => slotOf(id) ?? []);
    const slots = asked.filter((slot) => !isDone(slot));
    const [first] = slots;
    if (first === undefined) {
      const begun = asked.some(({ date }) => date === today);
      notifications.show({ color: "yellow", message: t(begun ? "grid.begun" : "grid.past") });
      return;
    }
    const label =
      slots.length === 1
        ? t("did.remove", { class: names.className(first.classId) })
        : t("did.removeMany", { count: slots.length });
    setSelected(new Set());
    setOpened(null);
    const left = cells.find((cell) => cell.slots.some(({ id }) => id === first.id));
    if (left !== undefined) focusAt.current = { key: left.key, on: "add" };
    void editing.change(slots.map(removeOf), label);
  };
  const copySlots = (ids: readonly SlotId[]) => {
    const slots = ids.flatMap((id) => slotOf(id) ?? []);
    if (slots.length === 0) return;
    copied = slots;
    notifications.show({ color: "gray", message: t("selection.copied", { count: slots.length }) });
  };
  const paste = (key: string | null) => {
    if (copied.length === 0) return;
    const place = placeOf(key);
    if (key !== null && place === null) {
      notifications.show({ color: "yellow", message: t("selection.nothingPasted") });
      return;
    }
    const { changes } = planPaste(copied, place, week, layout, newSlotId);
    if (changes.length === 0) notifications.show({ color: "yellow", message: t("selection.nothingPasted") });
    else void editing.change(changes, t("did.paste", { count: changes.length }));
  };
  const toggle = (id: SlotId) =>
    setSelected((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const orSelected = (id: SlotId | null) => (id === null || selected.has(id) ? [...selected] : [id]);

  const keys = useGridKeys({
    root,
    carry,
    layout,
    editable,
    announce,
    onDropped: (key) => {
      focusAt.current = { key, on: "slot" };
    },
    actions: {
      remove: (id) => removeSlots(orSelected(id)),
      toggle,
      copy: (id) => copySlots(orSelected(id)),
      paste,
      undo: () => void editing.undo(),
      redo: () => void editing.redo(),
      clear: () => setSelected(new Set()),
    },
  });

  // With the focus nowhere, after a dialog say, taking back still works.
  useEffect(() => {
    if (!editable) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.target !== document.body || !(event.ctrlKey || event.metaKey)) return;
      const letter = event.key.toLowerCase();
      if (letter !== "z" && letter !== "y") return;
      event.preventDefault();
      void (letter === "y" || event.shiftKey ? editing.redo() : editing.undo());
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [editable, editing]);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const control = (event.target as HTMLElement).closest<HTMLElement>("[data-slot], [data-add]");
    const slotId = control?.dataset["slot"] as SlotId | undefined; // the page wrote it
    if (slotId !== undefined) {
      if (editable && (event.shiftKey || event.ctrlKey || event.metaKey)) return toggle(slotId);
      setSelected(new Set());
      setOpened(opened === slotId ? null : slotId);
      return;
    }
    const key = control?.dataset["add"];
    const place = placeOf(key);
    if (place != null) setDialog({ mode: "add", place });
  };

  const openedSlot = opened === null ? undefined : slotOf(opened);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and presses of the buttons within arrive here
    <div
      ref={root}
      className={`week-board${editable && !narrow ? " week-board-editable" : ""}`}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={onClick}
    >
      {editable && (
        <p className="visually-hidden" id="week-keys">
          {t("grid.keys")}
        </p>
      )}
      {narrow ? (
        <DayList week={week} layout={layout} editable={editable} marks={marks} />
      ) : (
        <div className="week-table-frame card">
          <WeekTable
            tableRef={table}
            week={week}
            layout={layout}
            editable={editable}
            marks={marks}
            selected={selected}
          />
        </div>
      )}
      {editable && !narrow && <ClassPalette week={week} />}
      {openedSlot !== undefined && (
        <SlotPopover
          slot={openedSlot}
          week={week}
          root={root}
          editable={editable && !isDone(openedSlot)}
          note={
            editable && isDone(openedSlot) ? t(openedSlot.date < today ? "grid.past" : "grid.begun") : null
          }
          onClose={() => setOpened(null)}
          onEdit={(mode) => {
            setOpened(null);
            setDialog({ mode, slot: openedSlot });
          }}
          onCopy={() => {
            setOpened(null);
            copySlots([openedSlot.id]);
          }}
          onFollowing={() => {
            setOpened(null);
            onCopyFollowing(openedSlot);
          }}
          onRemove={() => removeSlots([openedSlot.id])}
        />
      )}
      {dialog !== null && (
        <SlotDialog
          state={dialog}
          week={week}
          layout={layout}
          lessonFor={lessonFor}
          onClose={() => setDialog(null)}
        />
      )}
      {selected.size > 0 && (
        <div
          className="selection-bar"
          role="toolbar"
          aria-label={t("selection.count", { count: selected.size })}
        >
          <strong>{t("selection.count", { count: selected.size })}</strong>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={15} />}
            onClick={() => copySlots([...selected])}
          >
            {t("selection.copy")}
          </Button>
          <Button
            size="xs"
            color="red"
            variant="light"
            leftSection={<IconTrash size={15} />}
            onClick={() => removeSlots([...selected])}
          >
            {t("selection.remove")}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={15} />}
            onClick={() => setSelected(new Set())}
          >
            {t("selection.clear")}
          </Button>
        </div>
      )}
      {keyWords.words !== "" && (
        <p className="carry-words" data-verdict={keyWords.verdict} aria-hidden="true">
          {keyWords.words}
        </p>
      )}
      <p ref={live} className="visually-hidden" aria-live="assertive" />
      <div ref={ghost} className="drag-ghost" hidden aria-hidden="true">
        <span className="drag-ghost-picture" />
        <span className="drag-ghost-words" />
      </div>
    </div>
  );
}
