// Owns the hub as a program: environment and flags in, exit codes and messages out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { kidsmartHome } from "../runtime/dataFolder.ts";
import { makeLog } from "../runtime/log.ts";
import type { PortWish } from "./http/takePort.ts";
import { type Hub, type HubProblem, startHub } from "./hub.ts";

/** 64 is what sysexits(3) calls a wrong use; 2 and 3 are what `npm start` and service units look for. */
const exitCodes: Record<HubProblem | "WRONG_USE", number> = {
  WRONG_USE: 64,
  HTTP_PORT_TAKEN: 2,
  MQTT_PORT_TAKEN: 2,
  HTTPS_PORT_TAKEN: 2,
  MQTTS_PORT_TAKEN: 2,
  DATA_FOLDER_TAKEN: 3,
  DATA_FOLDER_UNUSABLE: 4,
  DATABASE_UNUSABLE: 4,
  CERTIFICATES_DAMAGED: 4,
};

const sentences: Record<HubProblem, string> = {
  HTTP_PORT_TAKEN:
    "Cổng HTTP đã có chương trình khác dùng. Dữ liệu vẫn an toàn. Hãy tắt chương trình kia, hoặc đặt KIDSMART_HTTP_PORT sang số khác.",
  MQTT_PORT_TAKEN:
    "Cổng MQTT đã có chương trình khác dùng. Dữ liệu vẫn an toàn. Hãy tắt chương trình kia, hoặc đặt KIDSMART_MQTT_PORT sang số khác.",
  HTTPS_PORT_TAKEN:
    "Cổng HTTPS đã có chương trình khác dùng. Dữ liệu vẫn an toàn. Hãy tắt chương trình kia, hoặc đặt KIDSMART_HTTPS_PORT sang số khác.",
  MQTTS_PORT_TAKEN:
    "Cổng MQTT mã hóa đã có chương trình khác dùng. Dữ liệu vẫn an toàn. Hãy tắt chương trình kia, hoặc đặt KIDSMART_MQTTS_PORT sang số khác.",
  CERTIFICATES_DAMAGED:
    "Chứng chỉ gốc của trường bị hỏng. Chưa có gì thay đổi. Hãy khôi phục tệp hub/certificates/authority.pem từ bản sao lưu: mọi máy trạm chỉ tin chứng chỉ này. Nếu không còn bản sao, hãy chuyển tệp hỏng đi nơi khác, chạy lại và kết nạp lại từng máy.",
  DATA_FOLDER_TAKEN:
    "Một máy chủ Kidsmart khác đang dùng thư mục dữ liệu này. Dữ liệu vẫn an toàn, máy chủ kia vẫn chạy. Hãy dùng máy chủ đang chạy, hoặc dừng nó trước.",
  DATA_FOLDER_UNUSABLE:
    "Không dùng được thư mục dữ liệu. Chưa có gì thay đổi. Hãy kiểm tra quyền ghi và ổ đĩa, hoặc đặt KIDSMART_HOME sang thư mục khác.",
  DATABASE_UNUSABLE:
    "Không mở được cơ sở dữ liệu. Chưa có gì thay đổi. Có thể tệp do bản Kidsmart mới hơn tạo ra hoặc đã hỏng: hãy cập nhật Kidsmart, hoặc khôi phục từ bản sao lưu.",
};

// Sign-ins and children's days: no file of the hub is for other users, whatever folder it ends up in.
process.umask(0o077);

const print = (text: string) => process.stdout.write(`${text}\n`);

function quit(code: HubProblem | "WRONG_USE", sentence: string, detail: string): never {
  process.stderr.write(`Kidsmart: ${sentence}\n  (${code}: ${detail})\n`);
  process.exit(exitCodes[code]);
}

const environment = z
  .object({
    KIDSMART_HTTP_PORT: z.coerce.number().int().min(0).max(65535).optional(),
    KIDSMART_MQTT_PORT: z.coerce.number().int().min(0).max(65535).optional(),
    KIDSMART_HTTPS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
    KIDSMART_MQTTS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
    KIDSMART_HTTP_HOST: z.union([z.ipv4(), z.ipv6()]).optional(),
    KIDSMART_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
    KIDSMART_SCHOOL_NAME: z.string().min(1).max(200).default("Trường Mầm non"),
  })
  .safeParse(process.env);
if (!environment.success)
  quit(
    "WRONG_USE",
    "Một biến môi trường có giá trị không dùng được. Chưa có gì chạy. Hãy sửa rồi chạy lại.",
    z.prettifyError(environment.error),
  );
const settings = environment.data;

const wish = (port: number | undefined, usual: number): PortWish =>
  port === undefined ? { port: usual, insisted: false } : { port, insisted: true };

function readFlags(): { sample: boolean } {
  try {
    const { values } = parseArgs({ options: { sample: { type: "boolean", default: false } }, strict: true });
    return values;
  } catch (error) {
    quit("WRONG_USE", "Cách dùng: npm run hub -- [--sample]", String(error));
  }
}

const { sample } = readFlags();
const log = makeLog("hub", process.env);
const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

const started = await startHub({
  home: kidsmartHome(process.env),
  dist: join(root, "dist"),
  version,
  sample,
  schoolName: settings.KIDSMART_SCHOOL_NAME,
  // A sample school's passwords are for trying out: they stay on this computer unless somebody says otherwise.
  httpHost: settings.KIDSMART_HTTP_HOST ?? (sample ? "127.0.0.1" : "0.0.0.0"),
  http: wish(settings.KIDSMART_HTTP_PORT, 8080),
  trustProxy: settings.KIDSMART_TRUST_PROXY === "1",
  mqtt: wish(settings.KIDSMART_MQTT_PORT, 1883),
  https: wish(settings.KIDSMART_HTTPS_PORT, 8443),
  mqtts: wish(settings.KIDSMART_MQTTS_PORT, 8883),
  log,
});
if (!started.ok) quit(started.code, sentences[started.code], started.detail);
const hub = started.value;
stopOnSignal(hub);
welcome(hub);
process.send?.({
  type: "ready",
  httpPort: hub.httpPort,
  mqttPort: hub.mqttPort,
  httpsPort: hub.httpsPort,
  mqttsPort: hub.mqttsPort,
  url: hub.url,
});

function welcome({ url, httpsPort, mqttsPort, firstSignIn, sample: outcome }: Hub): void {
  print(`Kidsmart ${version}: ${url} (HTTPS ${httpsPort}, MQTT TLS ${mqttsPort})`);
  if (outcome === "realSchool")
    print("Thư mục này chứa trường thật: --sample được bỏ qua, không có gì thay đổi.");
  if (firstSignIn !== undefined)
    print(
      `Lần chạy đầu tiên. Đăng nhập: ${firstSignIn.username} / ${firstSignIn.password}\n(cũng ghi ở ${join(kidsmartHome(process.env), "hub", "first-sign-in.txt")}; hãy chép lại rồi xóa tệp đó)`,
    );
}

function stopOnSignal({ stop }: Hub): void {
  let stopping = false;
  const end = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, "stopping");
    // Everything acknowledged is on the disk already: a stop that hangs may be cut off.
    setTimeout(() => process.exit(1), 4_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stop failed");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => end(signal));
  // Whoever started the hub over IPC is gone, however it went.
  if (process.send !== undefined) process.on("disconnect", () => end("disconnect"));
}
