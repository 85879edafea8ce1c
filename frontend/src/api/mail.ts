/** E-mail messages: dropped on the page, or forwarded to the mailbox of this installation. */

import { client, must, onceKey } from "./client.ts";
import type { MailImport, MailProposal, TouchKind } from "./types.ts";

export interface MailSaid {
  dryRun: boolean;
  applicationId?: string | undefined;
  kind?: TouchKind | undefined;
  needsAnswer?: boolean | undefined;
  promised?: string | undefined;
}

/** Asks what a message says, with what the user knows better; without `dryRun` it is logged. */
export type AskMail = (said: MailSaid) => Promise<MailImport>;

function queryOf({ dryRun, applicationId, kind, needsAnswer, promised }: MailSaid) {
  return {
    dry_run: dryRun,
    ...(applicationId && { application_id: applicationId }),
    ...(kind && { kind }),
    ...(needsAnswer !== undefined && { needs_answer: needsAnswer }),
    ...(promised && { reply_expected_by: promised }),
  };
}

function onceUnless(dryRun: boolean) {
  return dryRun ? {} : onceKey();
}

/** Asks about a file. */
export function ofFile(file: Blob): AskMail {
  return (said) =>
    must(
      client.POST("/api/v1/imports/email", {
        params: { query: queryOf(said) },
        body: "",
        bodySerializer: () => file,
        headers: { "Content-Type": "message/rfc822", ...onceUnless(said.dryRun) },
      }),
    );
}

/** Asks about a message that waits. */
export function ofProposal(id: string): AskMail {
  return (said) =>
    must(
      client.POST("/api/v1/mail-proposals/{proposal_id}/accept", {
        params: { path: { proposal_id: id }, query: queryOf(said) },
        headers: onceUnless(said.dryRun),
      }),
    );
}

/** The messages that were forwarded and wait, the first to come first. */
export async function readProposals(): Promise<MailProposal[]> {
  return (await must(client.GET("/api/v1/mail-proposals", { params: { query: { limit: 200 } } }))).items;
}

export function dismissProposal(id: string) {
  return must(client.DELETE("/api/v1/mail-proposals/{proposal_id}", { params: { path: { proposal_id: id } } }));
}
