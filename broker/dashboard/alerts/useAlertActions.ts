// Owns what one tap does to an alert: take it, let it rest, make a ticket of it. Says what came of it.
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { Alert } from "../../api/alerts.ts";
import { callApi } from "../client/callApi.ts";
import { useErrorText } from "../parts/errorText.ts";
import { useTexts } from "./texts/useTexts.ts";

export function useAlertActions() {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [, navigate] = useLocation();

  async function attempt(work: () => Promise<string | null>): Promise<void> {
    try {
      const message = await work();
      if (message !== null) notifications.show({ color: "lagoon", message });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    for (const name of ["listAlerts", "countAlerts", "showAlert"])
      await client.invalidateQueries({ queryKey: [name] });
  }

  return {
    take: ({ id: alertId }: Alert, note = "") =>
      attempt(async () => {
        await callApi("acknowledgeAlert", { params: { alertId }, body: { note } });
        return t("list.took");
      }),
    snooze: ({ id: alertId }: Alert, minutes: number) =>
      attempt(async () => {
        await callApi("snoozeAlert", { params: { alertId }, body: { minutes } });
        return null;
      }),
    openTicket: ({ id: alertId, subject }: Alert) =>
      attempt(async () => {
        const { ticketId, number, fresh } = await callApi("openTicket", {
          // The hub and the whole school are no device and no room.
          body: { alertId, thing: subject.kind === "hub" || subject.kind === "school" ? subject.name : "" },
        });
        navigate(`/tickets/${ticketId}`);
        return fresh ? t("page.ticketMade", { number }) : t("page.ticketCounted", { number });
      }),
  };
}
