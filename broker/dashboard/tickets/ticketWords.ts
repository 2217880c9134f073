// Owns how a ticket is called, and which address its photo has.

import type { TicketRow } from "../../api/tickets.ts";
import { ticketPhotoPath } from "../client/contractRoutes.ts";
import type { TicketsText } from "./texts/useTexts.ts";

type Named = Pick<TicketRow, "deviceName" | "thing" | "part" | "roomName">;

/** "Chuột · Trạm 4", "Máy chiếu". */
export function whatOf(t: TicketsText, { deviceName, thing, part, roomName }: Named): string {
  const name = deviceName ?? thing;
  const partName = t(`parts.${part}`);
  if (name === "") return roomName === null ? partName : `${partName} · ${roomName}`;
  return part === "other" ? name : `${partName} · ${name}`;
}

export const photoAddress = (ticketId: string, photoId: string): string =>
  ticketPhotoPath.replace(":ticketId", ticketId).replace(":photoId", photoId);
