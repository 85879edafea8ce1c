import type { Interview } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { capital, en, names } from "../text.ts";
import { clock, moment, plainDay, thereToo } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { place } from "../time/zones.ts";
import { namesIn, roundOf } from "./candidacy.ts";
import type { Candidacy } from "./candidacy.ts";

/** The interviews of this application, the latest first. */
export function InterviewsAside({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const { application, interviews } = candidacy;
  return (
    <aside aria-labelledby="interviews">
      <h2 class="h2" id="interviews">
        {interviews.length === 1 ? en.candidacy.interview : en.candidacy.interviews}
      </h2>
      {interviews.toReversed().map((interview) => (
        <OneInterview key={interview.id} interview={interview} candidacy={candidacy} reader={reader} />
      ))}
      <p class="aside-links">
        <a href={href({ screen: "interview", id: application.id, interviewId: null })}>{en.candidacy.addInterview}</a>
      </p>
    </aside>
  );
}

interface OneInterviewProps {
  interview: Interview;
  candidacy: Candidacy;
  reader: Reader;
}

function OneInterview({ interview, candidacy, reader }: OneInterviewProps) {
  const people = namesIn(candidacy.contacts, interview.interviewer_ids);
  const there = thereToo(interview.starts_at, interview.timezone, reader);
  const edit = href({ screen: "interview", id: candidacy.application.id, interviewId: interview.id });
  return (
    <div class="pairs-of-one">
      <p class="pairs-title">
        <b>{roundOf(interview)}</b>
        {interview.status === "cancelled" && <span class="chip">{en.candidacy.cancelled}</span>}
        <a href={edit} aria-label={en.candidacy.changeNamed(roundOf(interview))}>
          {en.candidacy.change}
        </a>
      </p>
      <dl class="pairs">
        <div>
          <dt>{en.candidacy.when}</dt>
          <dd>
            {capital(moment(interview.starts_at, reader))} – {clock(interview.ends_at, reader.zone)}
            {there && (
              <>
                <br />
                {en.candidacy.clocks(place(reader.zone), there)}
              </>
            )}
          </dd>
        </div>
        {people.length > 0 && (
          <div>
            <dt>{en.candidacy.people}</dt>
            <dd>{names(people)}</dd>
          </div>
        )}
        {interview.reply_expected_by && (
          <div>
            <dt>{en.candidacy.promised}</dt>
            <dd>
              <span class="promise">{en.candidacy.newsBy(plainDay(interview.reply_expected_by))}</span>
            </dd>
          </div>
        )}
        {interview.location && (
          <div>
            <dt>{en.candidacy.where}</dt>
            <dd>{interview.location}</dd>
          </div>
        )}
        <Points title={en.candidacy.talkedAbout} points={interview.discussion_points} />
        <Points title={en.candidacy.toAdd} points={interview.points_to_add} />
      </dl>
    </div>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{points.join("; ")}</dd>
    </div>
  );
}
