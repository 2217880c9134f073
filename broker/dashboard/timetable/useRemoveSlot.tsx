// Owns removing a slot: done at once, with a way back that brings the very same slot back.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Slot } from "../../../protocol/timetable/timetable.ts";
import type { Week } from "../../api/timetable.ts";
import { callApi } from "../client/callApi.ts";
import { hubKey } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { formatMinute } from "../text/format.ts";
import { weekdayKey } from "./weekday.ts";

const undoForMs = 12_000;

export function useRemoveSlot(): (roomId: string, slot: Slot, week: Week) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const errorText = useErrorText();
  const fail = (error: unknown) => notifications.show({ color: "red", message: errorText(error) });

  return (roomId, slot, week) => {
    const key = hubKey("showTimetable", { params: { roomId } });
    const refresh = () => client.invalidateQueries({ queryKey: key });
    const restore = async (toast: string) => {
      notifications.hide(toast);
      try {
        await callApi("addSlot", {
          params: { roomId },
          body: slot,
        });
        notifications.show({ color: "lagoon", message: t("timetable.restored") });
      } catch (error) {
        fail(error);
      }
      await refresh();
    };
    const remove = async () => {
      // Gone from the screen at once; a refusal brings it back with the refetch.
      client.setQueryData<Week>(key, (old) =>
        old === undefined ? old : { ...old, slots: old.slots.filter(({ id }) => id !== slot.id) },
      );
      try {
        await callApi("removeSlot", { params: { slotId: slot.id } });
        const toast = `removed-${slot.id}`;
        notifications.show({
          id: toast,
          color: "gray",
          autoClose: undoForMs,
          message: (
            <span className="undo-toast">
              {t("timetable.removed", {
                class: week.classes.find(({ id }) => id === slot.classId)?.name ?? "?",
                day: t(`time.weekday.${weekdayKey(slot.weekday)}`),
                time: formatMinute(slot.startMinute),
              })}
              <Button size="compact-sm" variant="light" onClick={() => void restore(toast)}>
                {t("app.undo")}
              </Button>
            </span>
          ),
        });
      } catch (error) {
        fail(error);
      }
      await refresh();
    };
    void remove();
  };
}
