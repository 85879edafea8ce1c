/** Tables from other trackers, and the whole account as one document: in and out. */

import { client, must, onceKey } from "./client.ts";
import type { AccountImport, Mapping, TableImport } from "./types.ts";

/** What a table says, with the columns that the user chose; with `dryRun` nothing is stored. */
export function importTable(file: Blob, { dryRun, mapping }: { dryRun: boolean; mapping: Mapping }): Promise<TableImport> {
  return must(
    client.POST("/api/v1/imports/csv", {
      params: { query: { dry_run: dryRun, mapping: JSON.stringify(mapping) } },
      body: "",
      bodySerializer: () => file,
      headers: { "Content-Type": "text/csv", ...(dryRun ? {} : onceKey()) },
    }),
  );
}

/** What the document of an account would bring; with `dryRun` nothing is stored. */
export function importAccount(file: Blob, dryRun: boolean): Promise<AccountImport> {
  return must(
    client.POST("/api/v1/imports/afterview", {
      params: { query: { dry_run: dryRun } },
      body: {} as never,
      bodySerializer: () => file,
      headers: dryRun ? {} : onceKey(),
    }),
  );
}

/** The whole account as one document. */
export async function exportAccount(): Promise<File> {
  return named("afterview.json", await must(client.GET("/api/v1/me/export", { parseAs: "blob" })));
}

/** A list as a table for spreadsheet programs. */
export async function exportTable(list: "applications" | "interviews"): Promise<File> {
  const asked = { headers: { Accept: "text/csv" }, parseAs: "blob" as const };
  const table = list === "applications" ? client.GET("/api/v1/applications", asked) : client.GET("/api/v1/interviews", asked);
  return named(`${list}.csv`, await must(table));
}

function named(name: string, content: unknown): File {
  const blob = content as Blob;
  return new File([blob], name, { type: blob.type });
}
