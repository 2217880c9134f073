// Owns keeping the passwords and tokens of channels: sealed in the database with a key that lies beside it, so that a copied database or
// a backup of it opens no mailbox. Nothing ever goes back to a page.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

export type ChannelSecrets = {
  seal(secret: string): string;
  /** Null: it was sealed with another key, or is damaged: it has to be given again. */
  open(sealed: string): string | null;
};

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

export function openChannelSecrets(file: string): ChannelSecrets {
  const key = readKey(file);
  return {
    seal(secret) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(text) {
      const bytes = Buffer.from(text, "base64url");
      if (bytes.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const body = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        // The tag says that it is not what this key sealed; there is nothing more to know.
        return null;
      }
    },
  };
}

function readKey(file: string): Buffer {
  const kept = readExisting(file);
  if (kept?.length === keyBytes) return kept;
  const key = randomBytes(keyBytes);
  writeFileSafely(file, key);
  return key;
}

function readExisting(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
