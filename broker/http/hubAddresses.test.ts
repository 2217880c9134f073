// Tests by which address devices are told to reach the hub.
import { expect, test } from "vitest";
import { makeHubAddresses } from "./hubAddresses.ts";

const lan = { eth0: [{ family: "IPv4", internal: false, address: "192.168.1.10" }] } as never;
const make = (httpHost: string, interfaces = lan, mqttHost = "0.0.0.0") =>
  makeHubAddresses({
    httpHost,
    httpPort: () => 8081,
    mqttHost,
    mqttPort: () => 1884,
    networkInterfaces: () => interfaces,
  });
const called = (hostname: string, port = 8080, protocol: "http" | "https" = "http") => ({
  protocol,
  hostname,
  port,
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
  expect(make("0.0.0.0", {} as never).httpUrl(called("127.0.0.1"))).toBe("http://127.0.0.1:8080");
});

test("MQTT goes to the host the claim was sent to", () => {
  expect(make("0.0.0.0").mqttUrl(called("192.168.1.10"))).toBe("mqtt://192.168.1.10:1884");
  expect(make("0.0.0.0").mqttUrl(called("localhost"))).toBe("mqtt://127.0.0.1:1884");
});

test("while MQTT listens on loopback, that is where it is, whatever the hub was called", () => {
  const { mqttUrl } = make("0.0.0.0", lan, "127.0.0.1");
  expect(mqttUrl(called("192.168.1.10"))).toBe("mqtt://127.0.0.1:1884");
});

test.each([
  ["0.0.0.0", "127.0.0.1", "http://127.0.0.1:8081"],
  ["192.168.1.10", "127.0.0.1", "http://192.168.1.10:8081"],
  ["0.0.0.0", "0.0.0.0", undefined],
])("HTTP on %s and MQTT on %s: agents come from this computer only by %s", (http, mqtt, expected) => {
  expect(make(http, lan, mqtt).ownHttpUrl()).toBe(expected);
});
