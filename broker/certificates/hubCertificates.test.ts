// Tests the hub's certificates: made once, renewed in time and in place, never replaced where stations trust them.
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { type HubCertificates, openHubCertificates } from "./hubCertificates.ts";
import { hubNames, lanAddresses } from "./hubNames.ts";

const dayMs = 24 * 3_600_000;
const now = Date.UTC(2026, 8, 1);

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-certificates-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const world = {
    now,
    names: { hostnames: ["localhost", "hub"], addresses: ["127.0.0.1", "::1", "192.168.1.10"] },
  };
  const open = async () => {
    const opened = await openHubCertificates({
      folder,
      names: () => world.names,
      clock: { now: () => world.now },
      log: pino({ level: "silent" }),
      every: () => () => {},
    });
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  };
  return { folder, world, open };
}

const shown = (certificates: HubCertificates) => new X509Certificate(certificates.context().cert);

test("authority and server certificate are made at the first start and kept for their owner only", async () => {
  const { folder, open } = setUp();
  const first = await open();
  const authority = new X509Certificate(first.authority.certificatePem);
  const server = shown(first);
  expect(authority.ca).toBe(true);
  expect(server.ca).toBe(false);
  expect(server.verify(authority.publicKey)).toBe(true);
  expect(server.checkIP("192.168.1.10")).toBe("192.168.1.10");
  expect(server.checkHost("hub")).toBe("hub");
  if (process.platform !== "win32")
    for (const name of ["authority.pem", "server.pem"])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const again = await open();
  expect(again.authority).toEqual(first.authority);
  expect(shown(again).serialNumber).toBe(server.serialNumber);
});

test("another address, or sixty days before its end, and a new certificate is in use without a restart", async () => {
  const { world, open } = setUp();
  const certificates = await open();
  const server = createServer(certificates.context());
  certificates.follow(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const served = () =>
    new Promise<string>((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port, ca: certificates.authority.certificatePem });
      socket.on("error", reject);
      // Node itself checks the name and the chain here, as a browser does.
      socket.on("secureConnect", () => {
        resolve(socket.getPeerX509Certificate()?.serialNumber ?? "");
        socket.destroy();
      });
    });
  // Node compares the certificate's days with the computer's own.
  world.now = Date.now();
  await certificates.look();
  const first = await served();
  await certificates.look();
  expect(await served()).toBe(first);
  world.names = { ...world.names, addresses: [...world.names.addresses, "10.1.1.1"] };
  await certificates.look();
  const second = await served();
  expect(second).not.toBe(first);
  expect(shown(certificates).checkIP("10.1.1.1")).toBe("10.1.1.1");
  world.now += 336 * dayMs;
  await certificates.look();
  expect(shown(certificates).serialNumber).toBe(second);
  world.now += 2 * dayMs;
  await certificates.look();
  expect(shown(certificates).serialNumber).not.toBe(second);
});

test("a hub whose clock was years wrong at its first start has a valid certificate when the clock is right", async () => {
  const { world, open } = setUp();
  world.now = Date.UTC(2009, 0, 1);
  const certificates = await open();
  world.now = now;
  await certificates.look();
  expect(shown(certificates).validFromDate.getTime()).toBeLessThan(now);
  expect(shown(certificates).validToDate.getTime()).toBeGreaterThan(now + 300 * dayMs);
  const authority = new X509Certificate(certificates.authority.certificatePem);
  expect(authority.validFromDate.getTime()).toBeLessThan(Date.UTC(2009, 0, 1));
  expect(authority.validToDate.getUTCFullYear()).toBe(2099);
});

test("a damaged authority is a refusal to start and is left alone; a damaged server certificate is made anew", async () => {
  const { folder, open } = setUp();
  const first = await open();
  writeFileSync(join(folder, "server.pem"), "rubbish");
  const second = await open();
  expect(second.authority).toEqual(first.authority);
  expect(shown(second).serialNumber).not.toBe(shown(first).serialNumber);
  const file = join(folder, "authority.pem");
  const half = readFileSync(file, "utf8").slice(0, 300);
  writeFileSync(file, half);
  await expect(open()).rejects.toThrow("CERTIFICATES_DAMAGED");
  expect(readFileSync(file, "utf8")).toBe(half);
});

test("a computer is called by its name and its addresses in the school's network", () => {
  const at = (address: string, internal = false, family: "IPv4" | "IPv6" = "IPv4") =>
    ({ address, internal, family }) as never;
  const interfaces = {
    lo: [at("127.0.0.1", true)],
    eth0: [at("192.168.1.10"), at("fe80::1", false, "IPv6"), at("169.254.3.4")],
    wlan0: [at("10.0.0.5")],
  };
  expect(lanAddresses(interfaces)).toEqual(["10.0.0.5", "192.168.1.10"]);
  expect(hubNames(interfaces, "May-Chu")).toEqual({
    hostnames: ["localhost", "may-chu", "may-chu.local"],
    addresses: ["127.0.0.1", "::1", "10.0.0.5", "192.168.1.10"],
  });
  expect(hubNames({}, "máy chủ")).toEqual({ hostnames: ["localhost"], addresses: ["127.0.0.1", "::1"] });
});
