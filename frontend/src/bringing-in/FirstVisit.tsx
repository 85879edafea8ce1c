import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { BothWays } from "./BothWays.tsx";
import { WaitingMail } from "./WaitingMail.tsx";

/** Today, before anything is known. */
export function FirstVisit() {
  return (
    <div class="narrow">
      <Head title={en.bringIn.firstTitle} lede={en.bringIn.firstLede} />
      <WaitingMail />
      <BothWays />
    </div>
  );
}
