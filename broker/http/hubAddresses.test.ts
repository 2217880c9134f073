// Tests by which address devices are told to reach the hub.
import { expect, test } from "vitest";
import { makeHubAddresses } from "./hubAddresses.ts";

const lan = { eth0: [{ family: "IPv4", internal: false, address: "192.168.1.10" }] } as never;
const make = (httpHost: string, interfaces = lan) =>
  makeHubAddresses({
    httpHost,
    httpsPort: () => 8444,
    mqttPort: () => 1884,
    mqttsPort: () => 8884,
    authority: { certificatePem: "PEM", fingerprint: "F".repeat(52) },
    networkInterfaces: () => interfaces,
  });
const called = (hostname: string, port = 8080, protocol: "http" | "https" = "http") => ({
  protocol,
  hostname,
  port,
  direct: false,
});

test.each([
  [
    "the name the browser used",
    "0.0.0.0",
    called("may-chu.truong.local"),
    "http://may-chu.truong.local:8080",
  ],
  [
    "the school network's address instead of this computer's own name",
    "0.0.0.0",
    called("localhost"),
    "http://192.168.1.10:8080",
  ],
  [
    "this computer's own name while the hub listens to nobody else",
    "127.0.0.1",
    called("localhost"),
    "http://localhost:8080",
  ],
  [
    "no port where it is the usual one",
    "0.0.0.0",
    called("kidsmart.truong.edu.vn", 443, "https"),
    "https://kidsmart.truong.edu.vn",
  ],
])("%s", (_, host, calledAs, expected) => {
  expect(make(host).httpUrl(calledAs)).toBe(expected);
});

test("a hub without a network keeps the name it has", () => {
  const alone = make("0.0.0.0", {} as never);
  expect(alone.httpUrl(called("127.0.0.1"))).toBe("http://127.0.0.1:8080");
  expect(alone.secureHubs(called("127.0.0.1"))).toEqual(["127.0.0.1:8444"]);
});

test("in the clear MQTT is on loopback, whatever the hub was called", () => {
  expect(make("0.0.0.0").mqttUrl(called("192.168.1.10"))).toBe("mqtt://127.0.0.1:1884");
});

test("over TLS a device is told the host it called, every other one, and whom to trust", () => {
  expect(make("0.0.0.0").secureWay(called("hub.local", 8444, "https"))).toEqual({
    mqttUrl: "mqtts://hub.local:8884",
    caPem: "PEM",
    hubUrls: ["https://hub.local:8444", "https://192.168.1.10:8444"],
  });
});

test("a code names what the person's browser reaches first, and never this computer's own name to others", () => {
  expect(make("0.0.0.0").secureHubs(called("hub.local"))).toEqual(["hub.local:8444", "192.168.1.10:8444"]);
  expect(make("0.0.0.0").secureHubs(called("localhost"))).toEqual(["192.168.1.10:8444"]);
  expect(make("127.0.0.1").secureHubs(called("localhost"))).toEqual(["127.0.0.1:8444"]);
  expect(make("127.0.0.1").onThisComputerOnly).toBe(true);
});
