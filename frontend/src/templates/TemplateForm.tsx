import { useRef, useState } from "preact/hooks";
import { changeTemplate, createTemplate } from "../api/templates.ts";
import type { Language, StepKind, Variable } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href, KINDS } from "../routing/routes.ts";
import { en } from "../text.ts";
import { SelectField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { insert } from "./inserting.ts";
import type { SourceInput } from "./inserting.ts";
import { NameList } from "./NameList.tsx";
import type { Mistake, Previewed } from "./previewing.ts";
import { SourceField } from "./SourceField.tsx";
import { hasSubject, lookOver, templateOf } from "./template-draft.ts";
import type { Unsaved } from "./unsaved.ts";

interface TemplateFormProps {
  id: string | null;
  unsaved: Unsaved;
  variables: Variable[];
  previewed: Previewed;
}

const KIND_CHOICES: [StepKind, string][] = KINDS.map((kind) => [kind, en.kinds[kind]]);

export function TemplateForm({ id, unsaved, variables, previewed }: TemplateFormProps) {
  const { draft, change } = unsaved;
  const [checked, setChecked] = useState(false);
  const saving = useSaving();
  const body = useRef<SourceInput>(null);
  const wrong = checked ? lookOver(draft) : {};
  const empty: Mistake | undefined = wrong["body"] ? { detail: wrong["body"], spot: null } : undefined;

  async function save() {
    setChecked(true);
    if (Object.keys(lookOver(draft)).length) return;
    const template = templateOf(draft);
    if (!(await saving.run(() => (id ? changeTemplate(id, template) : createTemplate(template))))) return;
    unsaved.done();
    go({ screen: "templates" });
    tell(en.template.saved);
  }

  function putIn(name: string) {
    const field = body.current;
    if (field) insert(field, `{{ ${name} }}`, field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }

  function startOver() {
    const bringBack = unsaved.startOver();
    tell(en.template.startedOver, async () => bringBack());
  }

  return (
    <Form class="card panel" sentence={saving.sentence} onSubmit={() => void save()}>
      {unsaved.broughtBack && (
        <p class="actions">
          <span class="soft">{en.template.backAgain}</span>
          <button class="btn text" type="button" onClick={startOver}>
            {en.template.startOver}
          </button>
        </p>
      )}
      <TextField
        label={en.template.name}
        hint={en.template.nameHint}
        value={draft.name}
        onValue={(name) => change({ name })}
        wrong={wrong["name"] ?? saving.at("/name")}
      />
      <div class="pair">
        <SelectField label={en.template.kind} value={draft.kind} onValue={(kind) => change({ kind })} choices={KIND_CHOICES} />
        <SelectField
          label={en.template.language}
          value={draft.language}
          onValue={(language) => change({ language })}
          choices={Object.entries(en.languages) as [Language, string][]}
        />
      </div>
      {hasSubject(draft.kind) && (
        <SourceField
          label={en.template.subject}
          hint={en.template.subjectHint}
          value={draft.subject}
          onValue={(subject) => change({ subject })}
          variables={variables}
          mistake={previewed.subject}
        />
      )}
      <SourceField
        label={en.template.body}
        hint={en.template.bodyHint}
        rows={14}
        value={draft.body}
        onValue={(text) => change({ body: text })}
        variables={variables}
        mistake={previewed.body ?? empty}
        field={body}
      />
      <NameList variables={variables} onInsert={putIn} />
      <div class="actions">
        <button class="btn primary" type="submit" aria-disabled={saving.busy}>
          {en.template.save}
        </button>
        <a class="btn text" href={href({ screen: "templates" })}>
          {en.template.cancel}
        </a>
      </div>
    </Form>
  );
}
