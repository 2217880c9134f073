// Owns the agent's start: environment, arguments, enrolment, signals. Everything else is imported and free of side effects.
import { hostname } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kidsmartHome, takeDataFolder } from "../runtime/dataFolder.ts";
import { linkPath } from "../runtime/linkPath.ts";
import { makeLog } from "../runtime/log.ts";
import { makeLogTail } from "../runtime/logTail.ts";
import { sendMagicPackets } from "../runtime/wakeOnLan.ts";
import { startAgent } from "./agent.ts";
import { readKernelBootId } from "./boot/bootIdentity.ts";
import { machineProbes } from "./collect/machine.ts";
import { rebootMachine, shutDownMachine } from "./commands/machinePower.ts";
import { setSystemVolume } from "./commands/systemVolume.ts";
import { lookForHubs } from "./enrolment/discovery.ts";
import { ensureEnrolled } from "./enrolment/ensureEnrolled.ts";
import { stickFolders } from "./enrolment/stick.ts";
import { agentVersion, builtAt } from "./time/build.ts";
import { systemClock } from "./time/clock.ts";
import { systemRandom } from "./time/random.ts";
import { findHubOf } from "./uplink/hubAddresses.ts";

// SQLite makes its files as the umask says; the folder's own mode is then not the only thing between them and other users.
process.umask(0o077);

/** 2: not enrolled or wrong arguments; 3: another agent runs on this data folder; 4: the folder cannot be used. */
function leave(code: 2 | 3 | 4, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

type Arguments = { hub?: string | undefined; code?: string | undefined; file?: string | undefined };

function readArguments(): Arguments {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ options: { hub: text, code: text, file: text } }).values;
  } catch (error) {
    return leave(
      2,
      `${String(error)}\nCách dùng: npm run agent -- [--code MÃ-SÁU-NHÓM] [--hub ĐỊA-CHỈ] [--file kidsmart-enrol.json]`,
    );
  }
}

const given = readArguments();
const home = kidsmartHome(process.env);
const folder = join(home, "agent");
const logTail = makeLogTail(400 * 1024);
const log = makeLog("agent", process.env, logTail);

const taken = takeDataFolder(folder);
if (!taken.ok) {
  if (taken.code === "DATA_FOLDER_TAKEN")
    leave(
      3,
      `Đã có một agent khác đang chạy với thư mục ${folder}. Agent đó vẫn an toàn; hãy tắt nó trước, hoặc đặt KIDSMART_HOME khác.`,
    );
  leave(4, `Không dùng được thư mục dữ liệu ${folder}: ${taken.detail}. Hãy kiểm tra quyền ghi và ổ đĩa.`);
}

const enrolled = await ensureEnrolled({
  folder,
  hostname: hostname(),
  ...given,
  lookForHubs,
  stickFolders,
  tell: (line) => void process.stderr.write(`${line}\n`),
});
if (!enrolled.ok) leave(2, enrolled.detail);
log.info(
  { device: enrolled.value.deviceId, hub: enrolled.value.hubUrl, version: agentVersion },
  "agent starts",
);

const agent = await startAgent({
  folder,
  linkPath: linkPath(home),
  identity: enrolled.value,
  clock: systemClock,
  random: systemRandom,
  log,
  version: agentVersion,
  builtAt,
  kernelBootId: readKernelBootId(),
  probes: machineProbes({ clock: systemClock, folder, hub: new URL(enrolled.value.mqttUrl).hostname }),
  reboot: rebootMachine,
  ...(enrolled.value.caPem === undefined ? {} : { findHub: findHubOf(enrolled.value.caPem, lookForHubs) }),
  machine: {
    shutDown: shutDownMachine,
    setVolume: setSystemVolume,
    wake: sendMagicPackets,
    ownLog: logTail.text,
  },
  restartSupervisedKiosk: null,
});

let stopping = false;
function stop(signal: string): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "agent stops");
  // The operating system waits no longer than a few seconds either.
  setTimeout(() => process.exit(1), 2000).unref();
  agent.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ error: String(error) }, "unclean stop");
      process.exit(1);
    },
  );
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
if (process.send !== undefined) {
  // Started by `npm start` or a test: Windows has no SIGTERM, and an agent must not outlive the one who started it.
  process.on("message", (message) => {
    if (typeof message === "object" && message !== null && "type" in message && message.type === "stop")
      stop("stop message");
  });
  process.on("disconnect", () => stop("disconnect"));
  process.send({ type: "ready" });
}
