// A proxy that ends TLS, as an operator's does, and says for whom it asks. node proxy.js CERTIFICATE KEY http://…
// Prints "ready at https://…".
import fs from "node:fs";
import http from "node:http";
import https from "node:https";

const [certificate, key, target] = process.argv.slice(2);

/** The request as it goes on: Host as it came, and who asks behind what that one says of itself. */
function onward(request) {
  const { method, url, headers, socket } = request;
  const said = headers["x-forwarded-for"];
  const asking = said === undefined ? socket.remoteAddress : `${said}, ${socket.remoteAddress}`;
  return http.request(target + url, {
    method,
    headers: { ...headers, "x-forwarded-for": asking, "x-forwarded-proto": "https" },
  });
}

function head({ statusCode, statusMessage, rawHeaders }) {
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}

const server = https.createServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) });

server.on("request", (request, response) => {
  const asked = onward(request);
  asked.on("response", (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  response.on("close", () => response.writableFinished || asked.destroy());
  request.pipe(asked);
});

server.on("upgrade", (request, client, early) => {
  const asked = onward(request);
  client.on("error", () => asked.destroy());
  asked.on("error", () => client.destroy());
  asked.on("response", (answer) => {
    client.write(head(answer));
    answer.pipe(client);
  });
  asked.on("upgrade", (answer, upstream, first) => {
    client.write(head(answer));
    client.write(first);
    upstream.write(early);
    client.pipe(upstream).pipe(client);
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    upstream.on("error", () => client.destroy());
  });
  asked.end();
});

server.listen(0, "127.0.0.1", () => console.log(`ready at https://127.0.0.1:${server.address().port}`));
