import { useState } from "preact/hooks";
import { addFeed, deleteFeed, readFeeds } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import { en } from "../text.ts";
import { Certain } from "../ui/Certain.tsx";
import { CopyBox } from "../ui/CopyBox.tsx";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";

/** Calendar subscriptions: made, their address shown once, revoked. */
export function Feeds() {
  const feeds = useReading("feeds", readFeeds);
  const [made, setMade] = useState<{ id: string; url: string } | null>(null);
  return (
    <section class="section card panel" aria-labelledby="feeds">
      <h2 id="feeds">{en.feeds.title}</h2>
      <p class="sub">{en.feeds.lede}</p>
      <Read reading={feeds}>
        {(list) => (
          <>
            <ul class="keys">
              {list.map(({ id, name, prefix }) => (
                <li key={id}>
                  <span>
                    {name}
                    <small>{en.feeds.begins(prefix)}</small>
                  </span>
                  <Certain
                    ask={en.feeds.revoke}
                    named={name}
                    question={en.feeds.question}
                    yes={en.feeds.yes}
                    no={en.feeds.keep}
                    onYes={async () => {
                      await deleteFeed(id);
                      if (made?.id === id) setMade(null);
                      tell(en.feeds.revoked);
                    }}
                  />
                </li>
              ))}
            </ul>
            {made && list.some(({ id }) => id === made.id) && <Address url={made.url} />}
          </>
        )}
      </Read>
      <NewFeed onMade={setMade} />
    </section>
  );
}

function Address({ url }: { url: string }) {
  return (
    <>
      <CopyBox words={en.feeds.once} value={url} />
      <div class="actions">
        <a class="btn quiet" href={url.replace(/^https?:/, "webcal:")}>
          {en.feeds.open}
        </a>
      </div>
    </>
  );
}

function NewFeed({ onMade }: { onMade: (made: { id: string; url: string }) => void }) {
  const [name, setName] = useState("");
  const saving = useSaving();

  async function submit() {
    const made = await saving.run(async () => onMade(await addFeed(name.trim() || en.feeds.usual)));
    if (made) setName("");
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <TextField
        label={en.feeds.name}
        hint={en.feeds.nameHint}
        optional
        autocomplete="off"
        value={name}
        onValue={setName}
        wrong={saving.at("/name")}
      />
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.feeds.make}
        </button>
      </div>
    </Form>
  );
}
