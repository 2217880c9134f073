import { expect, it } from "vitest";
import { makeVerifier, pinCost, verifySecret } from "./secret.ts";

const cheap = { N: 16, r: 1, p: 1 };

it("knows the secret it was made from and no other", async () => {
  const verifier = await makeVerifier("hoa sen trắng", cheap);
  expect(await verifySecret("hoa sen trắng", verifier)).toBe(true);
  expect(await verifySecret("hoa sen trang", verifier)).toBe(false);
});

it("takes the same Vietnamese word from keyboards that compose it differently", async () => {
  const verifier = await makeVerifier("mật khẩu".normalize("NFD"), cheap);
  expect(await verifySecret("mật khẩu".normalize("NFC"), verifier)).toBe(true);
});

it("makes another verifier each time", async () => {
  expect(await makeVerifier("1234", cheap)).not.toBe(await makeVerifier("1234", cheap));
});

it.each([
  "",
  "1234",
  "md5$x",
  "scrypt$1$2$3",
  "scrypt$999999999$8$1$c2FsdA$a2V5",
  "scrypt$x$8$1$c2FsdA$a2V5",
])("is right for nothing when the verifier is %j", async (verifier) => {
  expect(await verifySecret("1234", verifier)).toBe(false);
});

it("works at the cost used for PINs", async () => {
  expect(await verifySecret("4071", await makeVerifier("4071", pinCost))).toBe(true);
});
