// Owns the reading of the kernel's small files: one that is not there, or that its driver refuses to fill, says nothing.
import { readdir, readFile } from "node:fs";
import { promisify } from "node:util";

// The older interface costs half of what file handles do, and these are read all day.
const [read, list] = [promisify(readFile), promisify(readdir)];

/** ENODEV, EINVAL, EIO, EAGAIN, ENODATA: a driver's way to say "not now" or "not this one"; EACCES: not for this user. */
const silent = new Set([
  "ENOENT",
  "ENODEV",
  "ENXIO",
  "EINVAL",
  "EIO",
  "EAGAIN",
  "ENODATA",
  "ENOTDIR",
  "EACCES",
  "EPERM",
  "EOPNOTSUPP",
]);
const isSilent = (error: unknown) => silent.has((error as NodeJS.ErrnoException).code ?? "");

/** Trimmed; null when there is nothing to read. */
export async function readText(file: string): Promise<string | null> {
  try {
    const text = (await read(file, "utf8")).trim();
    return text === "" ? null : text;
  } catch (error) {
    if (isSilent(error)) return null;
    throw error;
  }
}

export async function readBytes(file: string): Promise<Buffer | null> {
  try {
    return await read(file);
  } catch (error) {
    if (isSilent(error)) return null;
    throw error;
  }
}

export async function readWhole(file: string): Promise<number | null> {
  const text = await readText(file);
  return text !== null && /^-?\d+$/.test(text) ? Number(text) : null;
}

/** Sorted names; empty when there is no such folder. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    return (await list(folder)).sort();
  } catch (error) {
    if (isSilent(error)) return [];
    throw error;
  }
}
