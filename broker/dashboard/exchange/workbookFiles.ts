// Owns sending a workbook to the hub and the address to fetch one from: files, which no row of the API table carries.
import type { ImportOutcome } from "../../api/exchange.ts";
import { ApiError } from "../client/apiError.ts";
import { readError } from "../client/callApi.ts";
import { exportPath, importPath } from "../client/contractRoutes.ts";

export const longestWorkbookBytes = 5 * 1024 * 1024;

export type ExportWish = {
  readonly from: string;
  readonly until: string;
  readonly view: "draft" | "published";
};

export const exportAddress = ({ from, until, view }: ExportWish): string =>
  `${exportPath}?${new URLSearchParams({ from, until, view })}`;

/** Throws ApiError for every answer that is not a success, and when no answer came. */
export async function sendWorkbook(file: File, write: boolean): Promise<ImportOutcome> {
  const response = await post(`${importPath}${write ? "?write=true" : ""}`, file);
  if (!response.ok) throw await readError(response);
  // The dashboard trusts its own hub; see callApi.
  return (await response.json()) as ImportOutcome;
}

async function post(address: string, file: File): Promise<Response> {
  try {
    return await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { accept: "application/json", "content-type": "application/octet-stream" },
      body: file,
    });
  } catch (error) {
    throw new ApiError({ code: "UNREACHABLE", message: String(error), status: 0 });
  }
}
