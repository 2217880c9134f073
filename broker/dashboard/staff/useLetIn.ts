// Owns letting a locked-out person in again: done at once, since locking out undoes it.
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";

export function useLetIn(): (member: StaffMember) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const errorText = useErrorText();
  const change = useHubMutation("changeStaff");
  return ({ staffId, displayName }) =>
    change.mutate(
      { params: { staffId }, body: { disabled: false } },
      {
        onSuccess: () => {
          notifications.show({ color: "lagoon", message: t("staff.letInDone", { name: displayName }) });
          void client.invalidateQueries({ queryKey: ["listStaff"] });
        },
        onError: (error) => notifications.show({ color: "red", message: errorText(error) }),
      },
    );
}
