/** One template of one's own: its source, what becomes of it, and what it can name. */

import { useState } from "preact/hooks";
import { readApplications } from "../api/applications.ts";
import { useReading } from "../api/reading.ts";
import { deleteTemplate, readTemplate, readVariables } from "../api/templates.ts";
import type { Application, Language, StepKind, Variable } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Certain } from "../ui/Certain.tsx";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { Preview } from "./Preview.tsx";
import { usePreview } from "./previewing.ts";
import { draftOf, EMPTY, previewOf } from "./template-draft.ts";
import type { TemplateDraft } from "./template-draft.ts";
import { TemplateForm } from "./TemplateForm.tsx";
import { useUnsaved } from "./unsaved.ts";

interface EditTemplateProps {
  id: string | null;
  /** The built-in one that a new one begins as. */
  kind: StepKind | null;
  language: string | null;
}

interface Bench {
  saved: TemplateDraft;
  variables: Variable[];
  applications: Application[];
}

async function readBench({ id, kind, language }: EditTemplateProps): Promise<Bench> {
  const like = id ?? kind;
  const [template, variables, applications] = await Promise.all([
    like ? readTemplate(like, id ? undefined : (language as Language)) : null,
    readVariables(),
    readApplications({ limit: 50 }),
  ]);
  return { saved: template ? draftOf(template) : EMPTY, variables, applications: applications.items };
}

export function EditTemplate(props: EditTemplateProps) {
  const { id, kind, language } = props;
  const title = id ? en.template.title : en.template.newTitle;
  useTitle(title);
  const place = `template ${[id ?? "new", kind, language].filter(Boolean).join(" ")}`;
  const reading = useReading(place, () => readBench(props));
  return (
    <Read reading={reading} title={title}>
      {(bench) => (
        <>
          <Head
            title={title}
            lede={en.template.lede}
            crumb={{ to: href({ screen: "templates" }), words: en.templates.title }}
          />
          <Workbench id={id} place={place} bench={bench} />
          {id && <Deletion id={id} />}
        </>
      )}
    </Read>
  );
}

function Workbench({ id, place, bench }: { id: string | null; place: string; bench: Bench }) {
  const { saved, variables, applications } = bench;
  const unsaved = useUnsaved(place, saved);
  const [applicationId, setApplicationId] = useState("");
  const previewed = usePreview(previewOf(unsaved.draft, applicationId));
  return (
    <div class="split even desk">
      <TemplateForm id={id} unsaved={unsaved} variables={variables} previewed={previewed} />
      <Preview
        previewed={previewed}
        applications={applications}
        applicationId={applicationId}
        onApplication={setApplicationId}
      />
    </div>
  );
}

function Deletion({ id }: { id: string }) {
  return (
    <div class="section">
      <Certain
        ask={en.template.delete}
        question={en.template.deleteQuestion}
        yes={en.template.deleteYes}
        no={en.template.keep}
        onYes={async () => {
          await deleteTemplate(id);
          go({ screen: "templates" });
          tell(en.template.deleted);
        }}
      />
    </div>
  );
}
