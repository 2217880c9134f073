// Owns archiving a lesson and taking it back, each told with a way to undo it.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { WholeLesson } from "../../api/lessons.ts";
import { callApi } from "../client/callApi.ts";
import { useErrorText } from "../parts/errorText.ts";
import { useTexts } from "./texts/useTexts.ts";

const undoForMs = 12_000;

export async function refreshLessons(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["listWholeLessons"] }),
    client.invalidateQueries({ queryKey: ["listLessons"] }),
  ]);
}

export function useArchive() {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();

  async function put({ id: lessonId }: WholeLesson, archived: boolean): Promise<boolean> {
    try {
      await callApi("changeLesson", { params: { lessonId }, body: { archived } });
      await refreshLessons(client);
      return true;
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
      return false;
    }
  }

  async function archive(lesson: WholeLesson): Promise<void> {
    if (!(await put(lesson, true))) return;
    const { title: name, slotsAhead: count } = lesson;
    const id = notifications.show({
      color: "gray",
      autoClose: undoForMs,
      message: (
        <span className="lesson-toast">
          {count > 0 ? t("archivedInSlots", { name, count }) : t("archived", { name })}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              void restore(lesson);
            }}
          >
            {common("app.undo")}
          </Button>
        </span>
      ),
    });
  }

  async function restore(lesson: WholeLesson): Promise<void> {
    if (await put(lesson, false))
      notifications.show({ color: "lagoon", message: t("restored", { name: lesson.title }) });
  }
  return { archive, restore };
}
