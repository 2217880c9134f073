// Owns the days the school is closed: the list, taking holidays over, the school's own days.
import { ActionIcon, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCalendarHeart, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { School, StoredClosure } from "../../../api/school.ts";
import { useToday } from "../../classroom/useToday.ts";
import { callApi } from "../../client/callApi.ts";
import { useErrorText } from "../../parts/errorText.ts";
import { EmptyState } from "../../parts/states.tsx";
import { useTakeSchool } from "../setupData.ts";
import { useTellWithUndo } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { ClosureDialog } from "./ClosureDialog.tsx";
import { lengthOf, proposalSpan } from "./closureDraft.ts";
import { DayRange } from "./DayRange.tsx";
import { HolidaysDialog } from "./HolidaysDialog.tsx";

export function ClosuresTab({ school }: { readonly school: School }) {
  const { t } = useTexts();
  const today = useToday().date;
  const takeSchool = useTakeSchool();
  const tellWithUndo = useTellWithUndo();
  const errorText = useErrorText();
  const [open, setOpen] = useState<{ readonly closure: StoredClosure | null } | "holidays" | null>(null);
  const close = () => setOpen(null);
  const ahead = school.closures.filter(({ untilDate }) => untilDate >= today);
  const past = school.closures.filter(({ untilDate }) => untilDate < today);
  const remove = async ({ id: closureId, ...closure }: StoredClosure) => {
    const name = closure.reason;
    try {
      takeSchool(await callApi("removeClosure", { params: { closureId } }));
      tellWithUndo(t("closure.removed", { name }), async () => {
        takeSchool(await callApi("addClosures", { body: { closures: [closure] } }));
        return t("undone", { name });
      });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
  };
  const list = (closures: readonly StoredClosure[]) => (
    <ul className="setup-list">
      {closures.map((closure) => (
        <li key={closure.id} className="setup-row" data-now={closure.fromDate <= today || undefined}>
          <span className="closure-length numbers" aria-hidden="true">
            <b>{lengthOf(closure)}</b>
            <small>{t("days", { count: lengthOf(closure) }).replace(/^\d+ /, "")}</small>
          </span>
          <span className="setup-row-words">
            <strong>{closure.reason}</strong>
            <span className="soft small">
              <DayRange {...closure} />
              <span className="visually-hidden">, {t("days", { count: lengthOf(closure) })}</span>
            </span>
          </span>
          <span className="setup-row-actions">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("editOf", { name: closure.reason })}
              onClick={() => setOpen({ closure })}
            >
              <IconPencil size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={t("removeOf", { name: closure.reason })}
              onClick={() => void remove(closure)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="setup-section">
      <div className="setup-bar">
        <p className="soft">{t("closure.lead")}</p>
        <Button
          variant="default"
          leftSection={<IconCalendarHeart size={18} />}
          onClick={() => setOpen("holidays")}
        >
          {t("closure.propose")}
        </Button>
        <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen({ closure: null })}>
          {t("closure.add")}
        </Button>
      </div>
      {ahead.length > 0 ? (
        list(ahead)
      ) : (
        <EmptyState emblem="kite" title={t("closure.emptyTitle")} hint={t("closure.emptyHint")} />
      )}
      {past.length > 0 && (
        <details className="setup-folded">
          <summary>
            {t("closure.past")} ({past.length})
          </summary>
          {list(past)}
        </details>
      )}
      {open === "holidays" ? (
        <HolidaysDialog span={proposalSpan(school, today)} onClose={close} />
      ) : (
        open !== null && <ClosureDialog closure={open.closure} onClose={close} />
      )}
    </section>
  );
}
