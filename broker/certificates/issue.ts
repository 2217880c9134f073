// Owns making X.509 certificates: the school's own authority, and the hub's server certificate signed by it. Nothing is kept here.
import { randomBytes, webcrypto } from "node:crypto";

export type KeyAndCertificate = { readonly keyPem: string; readonly certificatePem: string };

export type ServerCertificateWish = {
  readonly authority: KeyAndCertificate;
  /** Host names and addresses by which browsers may call the hub. */
  readonly hostnames: readonly string[];
  readonly addresses: readonly string[];
  /** UTC ms. */
  readonly notBefore: number;
  readonly notAfter: number;
};

const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;
/**
 * Fixed, and wider than any life of a school's hub: its clock may be years wrong on the day it makes its authority,
 * and an authority that ends would end every station's way to its hub (ADR 0031).
 */
const authorityFrom = Date.UTC(2000, 0, 1);
const authorityUntil = Date.UTC(2099, 11, 31);

/** The library and the polyfill it asks for take a tenth of a second to load: only who makes a certificate waits. */
async function x509() {
  await import("reflect-metadata");
  const library = await import("@peculiar/x509");
  // Node's own Web Crypto; the library speaks of it by the names of browsers.
  library.cryptoProvider.set(webcrypto as never);
  return library;
}

const serialNumber = () => `00${randomBytes(16).toString("hex")}`;

const keyPemOf = async (key: webcrypto.CryptoKey, library: Awaited<ReturnType<typeof x509>>) =>
  library.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");

/** A new authority: ECDSA P-256, signs server certificates only and no further authority. */
export async function issueAuthority(): Promise<KeyAndCertificate> {
  const library = await x509();
  const keys = await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const certificate = await library.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: ["Kidsmart school authority"] }],
    notBefore: new Date(authorityFrom),
    notAfter: new Date(authorityUntil),
    signingAlgorithm: signing,
    keys: keys as never,
    extensions: [
      new library.BasicConstraintsExtension(true, 0, true),
      new library.KeyUsagesExtension(library.KeyUsageFlags.keyCertSign, true),
      await library.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
    ],
  });
  return { keyPem: await keyPemOf(keys.privateKey, library), certificatePem: certificate.toString("pem") };
}

/** A new key and its certificate; `certificatePem` holds the authority's too, as servers send both. */
export async function issueServerCertificate(wish: ServerCertificateWish): Promise<KeyAndCertificate> {
  const library = await x509();
  const { authority } = wish;
  const issuer = new library.X509Certificate(authority.certificatePem);
  const signingKey = await webcrypto.subtle.importKey(
    "pkcs8",
    library.PemConverter.decodeFirst(authority.keyPem),
    curve,
    false,
    ["sign"],
  );
  const keys = await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const certificate = await library.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: ["Kidsmart hub"] }],
    issuer: issuer.subjectName,
    notBefore: new Date(wish.notBefore),
    notAfter: new Date(wish.notAfter),
    signingAlgorithm: signing,
    publicKey: keys.publicKey as never,
    signingKey: signingKey as never,
    extensions: [
      new library.BasicConstraintsExtension(false, undefined, true),
      new library.KeyUsagesExtension(library.KeyUsageFlags.digitalSignature, true),
      new library.ExtendedKeyUsageExtension([library.ExtendedKeyUsage.serverAuth]),
      new library.SubjectAlternativeNameExtension([
        ...wish.hostnames.map((value) => ({ type: "dns" as const, value })),
        ...wish.addresses.map((value) => ({ type: "ip" as const, value })),
      ]),
      await library.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return {
    keyPem: await keyPemOf(keys.privateKey, library),
    certificatePem: `${certificate.toString("pem")}\n${authority.certificatePem}`,
  };
}
