import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Lays a `.gz` beside every file that is worth it, so that the server need not compress at run time. */
function gzipBeside(): Plugin {
  return {
    name: "gzip-beside",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const [fileName, part] of Object.entries(bundle)) {
          const source = Buffer.from(part.type === "chunk" ? part.code : part.source);
          if (source.length >= 1024) {
            this.emitFile({
              type: "asset",
              fileName: `${fileName}.gz`,
              source: gzipSync(source, { level: 9 }),
            });
          }
        }
      },
    },
  };
}

const server = process.env["CHATROOM_SERVER"] ?? "http://127.0.0.1:8080";
// The server accepts a change by cookie only from its own origin; in development the page has another one.
const proxied = { target: server, changeOrigin: true, headers: { origin: server } };

export default defineConfig({
  plugins: [react(), gzipBeside()],
  build: {
    target: "es2022",
    // No file of this client may become a data: URL in a script or style (Content-Security-Policy).
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  css: {
    preprocessorOptions: {
      scss: {
        // Bootstrap 5.3 still speaks Sass of before modules.
        quietDeps: true,
        silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": proxied, "/socket.io": { ...proxied, ws: true } },
  },
});
