// Owns the school's classes: their order, adding, changing, archiving those that left and taking them back.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { WholeClass } from "../../../api/school.ts";
import { callApi } from "../../client/callApi.ts";
import { hubKey, useHubQuery } from "../../client/hubQuery.ts";
import { useErrorText } from "../../parts/errorText.ts";
import { movedTo } from "../../parts/listOrder.ts";
import { EmptyState, ErrorState, LoadingRows } from "../../parts/states.tsx";
import { useRowDrag } from "../../parts/useRowDrag.ts";
import { refreshClasses } from "../setupData.ts";
import { tellDone, useTellWithUndo } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { ClassDialog } from "./ClassDialog.tsx";
import { ArchivedRow, ClassRow } from "./ClassRow.tsx";

export function ClassesTab() {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const tellWithUndo = useTellWithUndo();
  const query = useHubQuery("listWholeClasses", {});
  const rooms = useHubQuery("listRooms", {});
  const [open, setOpen] = useState<{ readonly schoolClass: WholeClass | null } | null>(null);
  const whole = query.data ?? [];
  const held = whole.filter(({ archivedAt }) => archivedAt === null);
  const archived = whole.filter(({ archivedAt }) => archivedAt !== null);

  const move = async (from: number, to: number) => {
    const sorted = movedTo(held, from, to);
    // Shown at once; the hub's own list follows.
    client.setQueryData<WholeClass[]>(hubKey("listWholeClasses", {}), [...sorted, ...archived]);
    try {
      await callApi("sortClasses", { body: { classIds: sorted.map(({ id }) => id) } });
    } catch {
      notifications.show({ color: "red", message: t("class.notSorted") });
    }
    await refreshClasses(client);
  };
  const { list, drag, begin } = useRowDrag((from, to) => void move(from, to));

  const setArchived = async ({ id: classId }: WholeClass, to: boolean) => {
    await callApi("changeClass", { params: { classId }, body: { archived: to } });
    await refreshClasses(client);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
  };
  const archive = (schoolClass: WholeClass) =>
    attempt(async () => {
      const { name } = schoolClass;
      await setArchived(schoolClass, true);
      tellWithUndo(t("class.archived", { name }), async () => {
        await setArchived(schoolClass, false);
        return t("class.restored", { name });
      });
    });
  const restore = (schoolClass: WholeClass) =>
    attempt(async () => {
      await setArchived(schoolClass, false);
      tellDone(t("class.restored", { name: schoolClass.name }));
    });

  if (query.data === undefined)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingRows rows={6} height={56} />
    );
  const shown = drag === null ? held : movedTo(held, drag.from, drag.to);
  const dragged = drag === null ? undefined : held[drag.from];
  return (
    <section className="setup-section">
      <div className="setup-bar">
        <p className="soft">{t("class.lead")}</p>
        <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen({ schoolClass: null })}>
          {t("class.add")}
        </Button>
      </div>
      {held.length === 0 && (
        <EmptyState emblem="hatching-chick" title={t("class.emptyTitle")} hint={t("class.emptyHint")} />
      )}
      <ul className="setup-list" ref={list}>
        {shown.map((schoolClass, place) => (
          <ClassRow
            key={schoolClass.id}
            schoolClass={schoolClass}
            roomName={rooms.data?.find(({ id }) => id === schoolClass.homeRoomId)?.name}
            first={place === 0}
            last={place === shown.length - 1}
            dragged={schoolClass === dragged}
            onGrip={(event) => begin(place, event)}
            onUp={() => void move(place, place - 1)}
            onDown={() => void move(place, place + 1)}
            onEdit={() => setOpen({ schoolClass })}
            onArchive={() => void archive(schoolClass)}
          />
        ))}
      </ul>
      {archived.length > 0 && (
        <details className="setup-folded">
          <summary>{t("class.archivedTitle", { count: archived.length })}</summary>
          <p className="soft small">{t("class.archivedHint")}</p>
          <ul className="setup-list">
            {archived.map((schoolClass) => (
              <ArchivedRow
                key={schoolClass.id}
                schoolClass={schoolClass}
                onRestore={() => void restore(schoolClass)}
              />
            ))}
          </ul>
        </details>
      )}
      {open !== null && (
        <ClassDialog
          schoolClass={open.schoolClass}
          others={held.filter(({ id }) => id !== open.schoolClass?.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
