import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { target: "baseline-widely-available", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: { proxy: { "/api": process.env["AFTERVIEW_PUBLIC_URL"] ?? "http://127.0.0.1:8000" } },
});
