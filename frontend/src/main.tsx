import "@fontsource-variable/figtree/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "./styles.css";
import { render } from "preact";
import { App } from "./App.tsx";

const root = document.getElementById("app");
if (root) render(<App />, root);
