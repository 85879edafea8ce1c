/** Every word on the pages, in one typed object. Another language is another object of the same shape. */

import { account } from "./text/account.ts";
import { advice } from "./text/advice.ts";
import { bringingIn } from "./text/bringing-in.ts";
import { candidacy } from "./text/candidacy.ts";
import { connecting } from "./text/connections.ts";
import { frame } from "./text/frame.ts";
import { plan } from "./text/plan.ts";
import { templates } from "./text/templates.ts";
import { terms } from "./text/terms.ts";
import { today } from "./text/today.ts";
import { writing } from "./text/writing.ts";

export { capital, count, counted, names } from "./text/counting.ts";

export const en = { ...frame, ...account, ...today, ...advice, ...candidacy, ...plan, ...bringingIn, ...writing, ...templates, ...connecting, ...terms };

export type Text = typeof en;
