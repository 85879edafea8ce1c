import "@fontsource-variable/figtree/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "./styles.css";
import { render } from "preact";
import { openSession } from "./api/session.ts";
import { App } from "./App.tsx";

const root = document.getElementById("app");
await openSession();
if (root) render(<App />, root);
