/** Which draft to begin with: ours in each language, or one of one's own. */

import { useState } from "preact/hooks";
import type { Language, StepKind, Template } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { SelectField } from "../ui/Field.tsx";
import type { Source } from "./source.ts";

const LANGUAGES = Object.keys(en.languages) as Language[];

interface DraftChoiceProps {
  kind: StepKind;
  source: Source;
  own: Template[];
  /** Ends when the other draft is there, or cannot be had. */
  onChoose: (source: Source) => Promise<void>;
}

export function DraftChoice({ kind, source, own, onChoose }: DraftChoiceProps) {
  const ours: [string, string][] = LANGUAGES.map((one) => [one, en.write.ours(en.languages[one])]);
  const yours: [string, string][] = own.map(({ id, name }) => [id, en.write.yours(name)]);

  const [choosing, setChoosing] = useState<string | null>(null);
  const shown = source.template === kind ? source.language : source.template;

  async function choose(choice: string) {
    const language = LANGUAGES.find((one) => one === choice);
    const template = own.find(({ id }) => id === choice);
    setChoosing(choice);
    if (language) await onChoose({ template: kind, language });
    else if (template) await onChoose({ template: template.id, language: template.language as Language });
    setChoosing(null);
  }

  return (
    <div>
      <SelectField
        label={en.write.draft}
        value={choosing ?? shown}
        onValue={(choice) => void choose(choice)}
        choices={[...ours, ...yours]}
      />
      <p class="aside-links">
        <a href={href({ screen: "templates" })}>{en.write.templates}</a>
      </p>
    </div>
  );
}
