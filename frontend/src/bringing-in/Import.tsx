import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { useTitle } from "../ui/title.ts";
import { BothWays } from "./BothWays.tsx";
import { WaitingMail } from "./WaitingMail.tsx";

export function Import() {
  useTitle(en.bringIn.title);
  return (
    <div class="narrow">
      <Head title={en.bringIn.title} lede={en.bringIn.lede} />
      <WaitingMail />
      <BothWays />
    </div>
  );
}
