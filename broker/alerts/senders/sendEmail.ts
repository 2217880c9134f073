// Owns sending a parcel by SMTP.
import { createTransport } from "nodemailer";
import type { ChannelSettings } from "../../api/alerts.ts";
import type { Parcel, SendOutcome } from "./parcel.ts";
import { sayFailure } from "./sayFailure.ts";

const patienceMs = 20_000;

export async function sendEmail(
  settings: Extract<ChannelSettings, { kind: "email" }>,
  secret: string | null,
  parcel: Parcel,
): Promise<SendOutcome> {
  const { host, port, security, username, from, to } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "startTls",
    ignoreTLS: security === "none",
    ...(username === "" ? {} : { auth: { user: username, pass: secret ?? "" } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    const { response } = await transport.sendMail({
      from: { name: `Kidsmart · ${parcel.school}`, address: from },
      to: [...to],
      subject: `[Kidsmart] ${parcel.title}`.slice(0, 200),
      text: parcel.text,
      date: new Date(parcel.at),
      // After a crash between the server's yes and our note of it the same mail goes out again: under the same name, servers and mail
      // programs show it once.
      messageId: `<${parcel.id}@kidsmart>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return { sent: true, answer: response };
  } catch (error) {
    // The library throws nothing but its own errors.
    const { message, code, command, responseCode } = error as Error & {
      code?: string;
      command?: string;
      responseCode?: number;
    };
    // A refusal with a code, or no connection at all: certainly not taken. Silence after the text: nobody knows.
    const certain = responseCode !== undefined || command !== "DATA";
    return { sent: false, answer: sayFailure(message, code), certain };
  } finally {
    transport.close();
  }
}
