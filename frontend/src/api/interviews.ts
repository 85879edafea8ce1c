/** Interviews, and the calendar files that bring them. */

import { client, must, onceKey } from "./client.ts";
import type { CalendarImport, InterviewNew, InterviewPatch } from "./types.ts";

export async function readInterviews(query: { application_id?: string; from?: string; to?: string }) {
  const params = { query: { ...query, limit: 200 } };
  return (await must(client.GET("/api/v1/interviews", { params }))).items;
}

export function addInterview(interview: InterviewNew) {
  return must(client.POST("/api/v1/interviews", { body: interview, headers: onceKey() }));
}

export function changeInterview(id: string, patch: InterviewPatch) {
  return must(
    client.PATCH("/api/v1/interviews/{interview_id}", { params: { path: { interview_id: id } }, body: patch }),
  );
}

export function deleteInterview(id: string) {
  return must(client.DELETE("/api/v1/interviews/{interview_id}", { params: { path: { interview_id: id } } }));
}

/** What a calendar file says; with `dryRun` nothing is stored. It goes up byte for byte: only the API reads it. */
export function importCalendar(file: Blob, dryRun: boolean): Promise<CalendarImport> {
  return must(
    client.POST("/api/v1/imports/calendar", {
      params: { query: { dry_run: dryRun } },
      body: "",
      bodySerializer: () => file,
      headers: { "Content-Type": "text/calendar", ...(dryRun ? {} : onceKey()) },
    }),
  );
}
