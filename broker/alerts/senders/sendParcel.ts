// Owns choosing the way a parcel goes.
import type { ChannelSettings } from "../../api/alerts.ts";
import type { Parcel, SendOutcome } from "./parcel.ts";
import { sendEmail } from "./sendEmail.ts";
import { sendTelegram, sendWebhook } from "./sendHttp.ts";

export function sendParcel(
  settings: ChannelSettings,
  secret: string | null,
  parcel: Parcel,
  zone: string,
): Promise<SendOutcome> {
  switch (settings.kind) {
    case "email":
      return sendEmail(settings, secret, parcel);
    case "telegram":
      return sendTelegram(settings, secret, parcel);
    case "webhook":
      return sendWebhook(settings, secret, parcel, zone);
  }
}
