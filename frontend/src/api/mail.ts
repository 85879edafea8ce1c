/** E-mail messages that somebody dropped on the page. */

import { client, must, onceKey } from "./client.ts";
import type { MailImport, TouchKind } from "./types.ts";

export interface MailSaid {
  dryRun: boolean;
  applicationId?: string | undefined;
  kind?: TouchKind | undefined;
  needsAnswer?: boolean | undefined;
  promised?: string | undefined;
}

/** What a message says, with what the user knows better; with `dryRun` nothing is stored. */
export function importMail(file: Blob, { dryRun, applicationId, kind, needsAnswer, promised }: MailSaid): Promise<MailImport> {
  const query = {
    dry_run: dryRun,
    ...(applicationId && { application_id: applicationId }),
    ...(kind && { kind }),
    ...(needsAnswer !== undefined && { needs_answer: needsAnswer }),
    ...(promised && { reply_expected_by: promised }),
  };
  return must(
    client.POST("/api/v1/imports/email", {
      params: { query },
      body: "",
      bodySerializer: () => file,
      headers: { "Content-Type": "message/rfc822", ...(dryRun ? {} : onceKey()) },
    }),
  );
}
