/** All templates: one's own to change, and those that come with Afterview to read and copy. */

import { useState } from "preact/hooks";
import { useReading, useSteadyReading } from "../api/reading.ts";
import { readTemplates } from "../api/templates.ts";
import type { Language, Template } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { SelectField } from "../ui/Field.tsx";
import { Head } from "../ui/Head.tsx";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";

export function Templates() {
  useTitle(en.templates.title);
  return (
    <div class="narrow">
      <Head
        title={en.templates.title}
        lede={en.templates.lede}
        crumb={{ to: href({ screen: "settings" }), words: en.settings.title }}
      />
      <Yours />
      <Ours />
    </div>
  );
}

function Yours() {
  const reading = useReading("templates", () => readTemplates({}));
  return (
    <section class="section card panel" aria-labelledby="yours">
      <h2 id="yours">{en.templates.yours}</h2>
      <Read reading={reading}>{(all) => <YourRows templates={all.filter((one) => !one.built_in)} />}</Read>
      <div class="actions">
        <a class="btn primary" href={href({ screen: "template", id: null, kind: null, language: null })}>
          {en.templates.write}
        </a>
      </div>
    </section>
  );
}

function YourRows({ templates }: { templates: Template[] }) {
  if (templates.length === 0) return <p class="aside-note">{en.templates.none}</p>;
  return (
    <ul class="keys">
      {templates.map(({ id, name, kind, language }) => (
        <li key={id}>
          <span>
            {name}
            <small>{en.templates.about(en.kinds[kind], en.languages[language as Language])}</small>
          </span>
          <a class="btn text" href={href({ screen: "template", id, kind: null, language: null })} aria-label={en.templates.change(name)}>
            {en.templates.changeShort}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Ours() {
  const [language, setLanguage] = useState<Language>("en");
  const reading = useSteadyReading(`templates ${language}`, () => readTemplates({ language }));
  return (
    <section class="section card panel" aria-labelledby="ours">
      <h2 id="ours">{en.templates.ours}</h2>
      <p class="sub">{en.templates.oursLede}</p>
      <div class="form">
        <SelectField
          label={en.templates.language}
          value={language}
          onValue={setLanguage}
          choices={Object.entries(en.languages) as [Language, string][]}
        />
      </div>
      <Read reading={reading}>
        {(all) => all.filter((one) => one.built_in).map((one) => <OurTemplate key={one.id} template={one} />)}
      </Read>
    </section>
  );
}

function OurTemplate({ template: { kind, language, subject, body } }: { template: Template }) {
  const title = en.kinds[kind];
  return (
    <details class="fold">
      <summary>{title}</summary>
      <div class="reveal">
        {subject && <p class="lines source">{en.templates.subjectOf(subject)}</p>}
        <p class="lines source">{body}</p>
        <a
          class="btn quiet"
          href={href({ screen: "template", id: null, kind, language })}
          aria-label={en.templates.copyNamed(title)}
        >
          {en.templates.copy}
        </a>
      </div>
    </details>
  );
}
