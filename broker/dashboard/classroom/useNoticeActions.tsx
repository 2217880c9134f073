// Owns approving and withdrawing a notice with one tap, and the way back from withdrawing.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import type { Notice } from "../../api/classroom.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useErrorText } from "../parts/errorText.ts";
import { useTexts } from "./texts/useTexts.ts";

const undoForMs = 12_000;

export function useNoticeActions() {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const approves = usePermission("notices.approve");

  /** Says what came of it; the list is fetched anew either way. */
  async function attempt(work: () => Promise<string>): Promise<void> {
    try {
      notifications.show({ color: "lagoon", message: await work() });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: ["listNotices"] });
  }

  /** Only what the list shows: what was changed since is refused, and the list brings it. */
  const approve = ({ id: noticeId, title, revision }: Notice) =>
    attempt(async () => {
      await callApi("approveNotice", { params: { noticeId }, body: { revision } });
      return t("notice.approved", { title });
    });

  /** A draft again; on the screens again at once when it was and whoever takes it back may approve. */
  const restore = ({ id: noticeId, title, text, picture, classIds, fromDate, untilDate, state }: Notice) =>
    attempt(async () => {
      const body = { title, text, picture, classIds, fromDate, untilDate };
      const { revision } = await callApi("changeNotice", { params: { noticeId }, body });
      if (state !== "approved" || !approves) return t("notice.restored", { title });
      await callApi("approveNotice", { params: { noticeId }, body: { revision } });
      return t("notice.restoredApproved", { title });
    });

  async function withdraw(notice: Notice): Promise<void> {
    const toast = `withdrawn-${notice.id}`;
    try {
      await callApi("withdrawNotice", { params: { noticeId: notice.id } });
      notifications.show({
        id: toast,
        color: "gray",
        autoClose: undoForMs,
        message: (
          <span className="toast-with-undo">
            {t("notice.withdrawn", { title: notice.title })}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                notifications.hide(toast);
                void restore(notice);
              }}
            >
              {common("app.undo")}
            </Button>
          </span>
        ),
      });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: ["listNotices"] });
  }

  return { approves, approve, withdraw };
}
