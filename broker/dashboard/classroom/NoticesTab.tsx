// Owns the list of notices: what waits first, then what is on the screens, then what was.
import { Button } from "@mantine/core";
import { IconCheck, IconPencil, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Notice } from "../../api/classroom.ts";
import type { SchoolClass } from "../../api/rooms.ts";
import { useAccount, usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { NoticeEditor } from "./NoticeEditor.tsx";
import { groupNotices, noticeStateOn } from "./noticeState.ts";
import { ScreenPicture } from "./PictureChoice.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useNoticeActions } from "./useNoticeActions.tsx";
import { shortDate, useToday } from "./useToday.ts";

export function NoticesTab() {
  const { t } = useTexts();
  const mayEdit = usePermission("notices.edit");
  const mayManage = usePermission("classroom.manage");
  const me = useAccount().staffId;
  const { approves } = useNoticeActions();
  const today = useToday().date;
  const notices = useHubQuery("listNotices", {});
  const classes = useHubQuery("listClasses", {}).data ?? [];
  const [edited, setEdited] = useState<Notice | "new" | null>(null);
  if (notices.isError && notices.data === undefined)
    return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />;
  if (notices.data === undefined) return <LoadingRows rows={3} height={96} />;
  const groups = groupNotices(notices.data, today);
  const write = mayEdit && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setEdited("new")}>
      {t("notice.write")}
    </Button>
  );
  return (
    <section>
      {notices.data.length === 0 ? (
        <EmptyState emblem="parrot" title={t("notice.empty")} hint={t("notice.emptyHint")} action={write} />
      ) : (
        <>
          <div className="classroom-tools">{write}</div>
          {(["waiting", "shown", "past"] as const).map(
            (group) =>
              groups[group].length > 0 && (
                <section key={group} className="notice-group">
                  <h2>
                    {t(`notice.${group}`)} <small>{groups[group].length}</small>
                  </h2>
                  {group === "waiting" && approves && <p className="soft small">{t("notice.waitingHint")}</p>}
                  <ul className="notice-list">
                    {groups[group].map((notice) => (
                      <NoticeRow
                        key={notice.id}
                        notice={notice}
                        classes={classes}
                        today={today}
                        mayEdit={mayEdit && (mayManage || notice.authorId === me)}
                        onEdit={() => setEdited(notice)}
                      />
                    ))}
                  </ul>
                </section>
              ),
          )}
        </>
      )}
      {edited !== null && (
        <NoticeEditor
          notice={edited === "new" ? null : edited}
          classes={classes}
          today={today}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

type NoticeRowProps = {
  readonly notice: Notice;
  readonly classes: readonly SchoolClass[];
  readonly today: string;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
};

function NoticeRow({ notice, classes, today, mayEdit, onEdit }: NoticeRowProps) {
  const { t } = useTexts();
  const { approves, approve, withdraw } = useNoticeActions();
  const state = noticeStateOn(notice, today);
  const names =
    notice.classIds === null
      ? t("notice.allClasses")
      : classes
          .filter(({ id }) => notice.classIds?.includes(id))
          .map(({ name }) => name)
          .join(", ");
  const authors = [
    t("notice.by", { name: notice.createdBy }),
    ...(notice.approvedBy === null ? [] : [t("notice.approvedBy", { name: notice.approvedBy })]),
  ];
  return (
    <li className="notice-row" data-state={state}>
      <ScreenPicture name={notice.picture} size={48} />
      <div className="notice-words">
        <h3>
          {notice.title}
          <span className="notice-state">
            {t(`notice.state.${state}`, { date: shortDate(notice.fromDate) })}
          </span>
        </h3>
        {notice.text !== "" && <p>{notice.text}</p>}
        <p className="soft small">
          {names} ·{" "}
          {t("notice.dates", { from: shortDate(notice.fromDate), until: shortDate(notice.untilDate) })} ·{" "}
          {authors.join(" · ")}
        </p>
      </div>
      <div className="notice-actions">
        {state === "draft" && approves && (
          <Button leftSection={<IconCheck size={18} />} onClick={() => void approve(notice)}>
            {t("notice.approve")}
          </Button>
        )}
        {mayEdit && (
          <Button variant="default" leftSection={<IconPencil size={18} />} onClick={onEdit}>
            {t("notice.change")}
          </Button>
        )}
        {mayEdit && state !== "withdrawn" && state !== "over" && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={18} />}
            onClick={() => void withdraw(notice)}
          >
            {t("notice.withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
}
